import Testing

@_spi(Generated) @testable import WaybillRuntime

/// The expected texts are those of `URLSearchParams` in Node.js, which is the serialiser of the URL Standard.
@Suite struct FormWriterTests {
    private func text(
        _ object: JSONObject,
        _ lists: FormNotation.Lists = .repeated,
        _ objects: FormNotation.Objects = .brackets
    ) throws(FormFault) -> String {
        try FormWriter.text(of: object, as: FormNotation(lists: lists, objects: objects))
    }

    @Test("every byte of ASCII as a value: a blank is a plus sign, and letters, digits and *-._ stay")
    func ascii() throws {
        let all = String(String.UnicodeScalarView((0..<128).compactMap { Unicode.Scalar($0) }))
        #expect(
            try text(["a": .string(all)])
                == "a=%00%01%02%03%04%05%06%07%08%09%0A%0B%0C%0D%0E%0F%10%11%12%13%14%15%16%17%18%19%1A%1B%1C%1D%1E%1F"
                + "+%21%22%23%24%25%26%27%28%29*%2B%2C-.%2F0123456789%3A%3B%3C%3D%3E%3F%40ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                + "%5B%5C%5D%5E_%60abcdefghijklmnopqrstuvwxyz%7B%7C%7D%7E%7F"
        )
    }

    @Test("names and values beyond ASCII are UTF-8")
    func unicode() throws {
        #expect(
            try text(["é": "日本 😀", "a b": "1+1=2&c"])
                == "%C3%A9=%E6%97%A5%E6%9C%AC+%F0%9F%98%80&a+b=1%2B1%3D2%26c"
        )
    }

    @Test("a message as gateways take it, and a payment with nested members")
    func vendors() throws {
        #expect(
            try text([
                "To": "+15558675310", "From": "+15017122661", "Body": "Hi there",
                "MediaUrl": ["https://example.com/a.png", "https://example.com/b.png"],
            ])
                == "To=%2B15558675310&From=%2B15017122661&Body=Hi+there&MediaUrl=https%3A%2F%2Fexample.com%2Fa.png"
                + "&MediaUrl=https%3A%2F%2Fexample.com%2Fb.png"
        )
        #expect(
            try text(
                [
                    "amount": 2000, "currency": "usd", "metadata": ["order_id": "6735"],
                    "items": [["price": "price_1", "quantity": 2], ["price": "price_2"]], "expand": ["customer"],
                ],
                .indexed
            )
                == "amount=2000&currency=usd&metadata%5Border_id%5D=6735&items%5B0%5D%5Bprice%5D=price_1"
                + "&items%5B0%5D%5Bquantity%5D=2&items%5B1%5D%5Bprice%5D=price_2&expand%5B0%5D=customer"
        )
    }

    @Test(
        "lists and objects in each notation",
        arguments: [
            (.repeated, .brackets, "t=1&t=b&o%5Bp%5D=true&o%5Bq%5D%5Br%5D=x&o%5Bl%5D=y"),
            (.brackets, .brackets, "t%5B%5D=1&t%5B%5D=b&o%5Bp%5D=true&o%5Bq%5D%5Br%5D=x&o%5Bl%5D%5B%5D=y"),
            (.indexed, .dotted, "t%5B0%5D=1&t%5B1%5D=b&o.p=true&o.q.r=x&o.l%5B0%5D=y"),
            (.comma, .dotted, "t=1%2Cb&o.p=true&o.q.r=x&o.l=y"),
        ] as [(FormNotation.Lists, FormNotation.Objects, String)]
    )
    func notations(lists: FormNotation.Lists, objects: FormNotation.Objects, expected: String) throws {
        let object: JSONObject = [
            "t": [1, "b"], "none": nil, "no": [], "o": ["p": true, "q": ["r": "x", "s": nil], "l": ["y"]], "e": [:],
        ]
        #expect(try text(object, lists, objects) == expected)
    }

    @Test("numbers keep their digits")
    func numbers() throws {
        let object = try #require(try JSONValue(parsing: #"{"a":19.990,"b":1e3,"c":9007199254740993}"#).objectValue)
        #expect(try text(object) == "a=19.990&b=1e3&c=9007199254740993")
    }

    @Test(
        "what would be read as something else is refused with its place",
        arguments: [
            (["a": ["x", nil]], .indexed, "a[1]"), (["a": [["b": 1]]], .repeated, "a[0]"),
            (["a": [["b"]]], .brackets, "a[0]"), (["a": [[]]], .indexed, "a[0]"), (["a": [[:], 1]], .indexed, "a[0]"),
            (["a": ["x,y"]], .comma, "a[0]"), (["a": ["x,\u{301}y"]], .comma, "a[0]"),
            (["a": ["x", ""]], .comma, "a[1]"),
            (["a": ["b[c]": 1]], .repeated, "a.b[c]"), (["a]\u{301}": 1], .repeated, "a]\u{301}"),
            (["": 1], .repeated, ""),
        ] as [(JSONObject, FormNotation.Lists, String)]
    )
    func refused(object: JSONObject, lists: FormNotation.Lists, path: String) {
        let fault = #expect(throws: FormFault.self) { try text(object, lists) }
        #expect(fault?.path == path)
    }

    @Test("a point separates names only where objects are dotted")
    func points() throws {
        #expect(try text(["a.b": 1]) == "a.b=1")
        #expect(throws: FormFault.self) { try text(["a.b": 1], .repeated, .dotted) }
        #expect(try text(["a[b]": 1], .comma, .dotted) == "a%5Bb%5D=1")
    }
}
