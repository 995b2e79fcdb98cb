import HTTPTypes
import Testing

@_spi(Generated) @testable import WaybillRuntime
@_spi(Generated) @testable import WaybillSigning
@_spi(Generated) @testable import WaybillWebhooks

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct WebhookVectorTests {
    @Test(
        "V01 Published signatures of bodies alone",
        arguments: [
            (
                WebhookSample.connectly, Array(#"{"message":{"text":"TEST 11"}}"#.utf8),
                "Ilv7WHzTuNYAOSWIN5dyJ1eJIZzYJxk+n37OOcYyO20="
            ),
            (.connectly, [], "t4hjULpFgY2z8r6G3+CvZpq6YjdMaPivBjbC1g5V51w="),
            (
                .simpu, Array(#"{"id":"evt.1","object":"event"}"#.utf8),
                "KYkds53/xXNXAHIJZs/a7ckxm08RQi8LklHKN66F49+gfPm4M6vipeZu7LoCudyvsc4MavS1mIoza+uok/woZw=="
            ),
            (
                .simpu, Array(#"{"a":""#.utf8) + [0xFF] + Array(#""}"#.utf8),
                "Oc+7zQIIF+aGrDT/IDqDr/+10jrzgZ8aUZH23fvFGLTJNNOSJKl32FCS3+uZIo/AtZdfrQc2NxtRDLnPf5J0NQ=="
            ),
            (
                .github, Array("Hello, World!".utf8),
                "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
            ),
        ]
    )
    func bodies(sample: WebhookSample, body: [UInt8], signature: String) throws {
        #expect(try sample.signature(body) == signature)
        #expect(try sample.verifier().verdict(body, sample.headers(signature)) == "accepted")
        #expect(try sample.verifier().verdict(body + [0x0A], sample.headers(signature)) == "refused")
    }

    @Test("V01 The vector of Standard Webhooks, alone and among others")
    func standard() throws {
        var sample = WebhookSample.standard
        let body = Array(#"{"test": 2432232314}"#.utf8)
        let signature = "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
        let (id, timestamp) = ("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330")
        #expect(try sample.signature(body, timestamp: timestamp, id: id) == signature)
        sample.now = .seconds(1_614_265_331)
        let verifier = try sample.verifier()
        #expect(verifier.verdict(body, sample.headers(signature, timestamp: timestamp, id: id)) == "accepted")
        let wrong = "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc="
        for field in [
            "\(wrong) v1,\(signature)",
            "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg== v1,\(signature)",
            "v1,\(signature) v2,whatever", "v1,\(signature)  \(wrong)", "v1,\(signature) v1,\(signature)",
        ] {
            let headers = sample.headers(field: field, timestamp: timestamp, id: id)
            #expect(verifier.verdict(body, headers) == "accepted")
        }
        for field in [
            "v1,", "v1", "v2,\(signature)", "v1a,\(signature)", signature, "v1 ,\(signature)",
            "v1,\(signature),\(wrong)",
        ] {
            let headers = sample.headers(field: field, timestamp: timestamp, id: id)
            #expect(verifier.verdict(body, headers) == "refused")
        }
        sample.secrets = ["MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"]
        #expect(try sample.signature(body, timestamp: timestamp, id: id) == signature)
    }

    @Test("V01 Stripe's field: any of the v1 may hold, one timestamp, other versions do not count")
    func stripe() throws {
        var sample = WebhookSample.stripe
        sample.now = .seconds(1_700_000_000)
        let body = Array(#"{"a":1}"#.utf8)
        let right = "38877139021993b830af32feea6e18a8da83eb2f6e49ee50bd9e4cf4ca4d3789"
        let wrong = String(repeating: "0", count: 64)
        #expect(try sample.signature(body, timestamp: "1700000000") == right)
        let verifier = try sample.verifier()
        for field in [
            "t=1700000000,v1=\(right)", "v1=\(right),t=1700000000", "t=1700000000,v1=\(wrong),v1=\(right),v0=\(wrong)",
            "t=1700000000,v0=,v1=\(right)", "t=1700000000,v1=,v1=\(right)",
        ] {
            #expect(verifier.verdict(body, sample.headers(field: field)) == "accepted", "\(field)")
        }
        for field in [
            "v1=\(right)", "t=,v1=\(right)", "t=1700000000", "t=1700000000,v0=\(right)", "t=1700000000,v1=\(wrong)",
            "t=1700000001,v1=\(right)", "t=1700000000,t=1700000000,v1=\(right)", "t=1700000000, v1=\(right)",
            "t=1700000000;v1=\(right)", "T=1700000000,v1=\(right)", "t=1700000000,V1=\(right)",
        ] {
            #expect(verifier.verdict(body, sample.headers(field: field)) == "refused", "\(field)")
        }
    }

    @Test("Connectly's vectors C1 to C8 and Simpu's S1 to S8", arguments: [WebhookSample.connectly, .simpu])
    func computed(_ base: WebhookSample) throws {
        let vectors = base.definition.name == "connectly" ? WebhookVector.connectly : WebhookVector.simpu
        #expect(vectors.count == 8)
        for vector in vectors {
            var sample = base
            sample.secrets = [vector.secret]
            #expect(try sample.signature(vector.body) == vector.signature, "\(vector.name)")
            let verifier = try sample.verifier()
            #expect(verifier.verdict(vector.body, sample.headers(vector.signature)) == "accepted", "\(vector.name)")
            for other in vectors where other.signature != vector.signature {
                #expect(verifier.verdict(vector.body, sample.headers(other.signature)) == "refused", "\(vector.name)")
            }
        }
    }

    @Test("What the fact sheets list as not to be accepted", arguments: [WebhookSample.connectly, .simpu])
    func negative(_ base: WebhookSample) throws {
        let vectors = base.definition.name == "connectly" ? WebhookVector.connectly : WebhookVector.simpu
        var sample = base
        sample.secrets = [vectors[0].secret]
        let verifier = try sample.verifier()
        let signature = vectors[0].signature
        let otherLength = sample.scheme.algorithm == .sha256 ? 64 : 32
        let code = try #require(SignatureText.bytes(signature.utf8, .base64))
        let forged = [
            String(signature.dropLast()), SignatureText.text(code, .hex), "",
            Data(repeating: 7, count: otherLength).base64EncodedString(),
        ]
        for text in forged { #expect(verifier.verdict(vectors[0].body, sample.headers(text)) == "refused") }
        #expect(verifier.verdict(vectors[0].body, HTTPFields()) == "refused")
        #expect(verifier.verdict(vectors[0].body, sample.headers(" \(signature)\t")) == "accepted")
    }
}
