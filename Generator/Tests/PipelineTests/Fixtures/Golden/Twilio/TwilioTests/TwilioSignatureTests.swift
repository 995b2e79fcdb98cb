import HTTPTypes
import Testing
import Twilio
import WaybillTesting

/// The service's published signatures, and what only looks like one.
@Suite struct TwilioSignatureTests {
    private static let url = "https://mycompany.com/myapp.php?foo=1&bar=2"
    private static let form =
        "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212"
    private static let signature = "RSOYDt4T1cUTdK1PDd93/VVr8B8="

    private static func isTaken(
        _ form: String,
        signature: String? = signature,
        token: String = "12345",
        url: String = url
    ) throws -> Bool {
        let webhook = try TwilioStatusWebhook(secrets: [token], url: url)
        var headers = HTTPFields()
        headers[try #require(HTTPField.Name("X-Twilio-Signature"))] = signature
        do {
            _ = try webhook.receive(body: Array(form.utf8), headers: headers)
            return true
        } catch {
            #expect(error == .refused)
            return false
        }
    }

    @Test("the published signature holds, in whatever order the fields come and however they are escaped")
    func published() throws {
        #expect(try Self.isTaken(Self.form))
        let turned = Self.form.split(separator: "&").reversed().joined(separator: "&")
        #expect(try Self.isTaken(turned))
        #expect(try Self.isTaken(Self.form.replacing("1234567890", with: "12%33456789%30")))
        // The other token holds too, while one takes the place of the other.
        let webhook = try TwilioStatusWebhook(secrets: ["67890", "12345"], url: Self.url)
        let headers = [(name: "x-twilio-signature", value: Self.signature)]
        _ = try webhook.receive(body: Array(Self.form.utf8), headers: headers)
    }

    @Test("the URL is signed as it is called: with the port that the service names, and for each address anew")
    func addresses() throws {
        let withPort = "https://mycompany.com:443/myapp.php?foo=1&bar=2"
        #expect(try Self.isTaken(Self.form, signature: "kvajT1Ptam85bY51eRf/AJRuM3w=", url: withPort))
        let webhook = try TwilioStatusWebhook(secrets: ["12345"], url: "https://mycompany.com/other").at(url: Self.url)
        _ = try webhook.receive(
            body: Array(Self.form.utf8),
            headers: [(name: "X-Twilio-Signature", value: Self.signature)]
        )
    }

    @Test("nothing forged is taken")
    func forged() throws {
        #expect(try !Self.isTaken(Self.form, token: "12346"))
        #expect(try !Self.isTaken(Self.form, signature: "RSOYDt4T1cUTdK1PDd93/VVr8B9="))
        #expect(try !Self.isTaken(Self.form, signature: "NOTRSOYDt4T1cUTdK1PDd93/VVr8B8="))
        #expect(try !Self.isTaken(Self.form, signature: "FAIL"))
        #expect(try !Self.isTaken(Self.form, signature: ""))
        #expect(try !Self.isTaken(Self.form, signature: nil))
        #expect(try !Self.isTaken(Self.form.replacing("Digits=1234", with: "Digits=1235")))
        #expect(try !Self.isTaken(Self.form + "&Extra=1"))
        #expect(try !Self.isTaken(Self.form.replacing("&Digits=1234", with: "")))
        for url in [
            "http://mycompany.com/myapp.php?foo=1&bar=2", "https://mycompany.com/myapp.php?bar=2&foo=1",
            "https://MyCompany.com/myapp.php?foo=1&bar=2", "https://mycompany.com:443/myapp.php?foo=1&bar=2",
        ] {
            #expect(try !Self.isTaken(Self.form, url: url))
        }
    }
}
