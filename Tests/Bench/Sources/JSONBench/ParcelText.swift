/// The document that is read: parcels as a service sends them.
enum ParcelText {
    static func page(_ count: Int) -> [UInt8] {
        let parcels = (0..<count).map(parcel).joined(separator: ",")
        return Array("{\"parcels\":[\(parcels)]}".utf8)
    }

    /// Twenty members, of 600 bytes.
    private static func parcel(_ number: Int) -> String {
        let id = "\(100_000 + number)"
        let second = "\(10 + number % 50)"
        return [
            #""id":"pcl_5f2d8c1e\#(id)""#, #""tracking_number":"WB\#(id)4471902GB""#,
            #""recipient_name":"Ada Lovelace-\#(number)""#, #""recipient_phone":"+441632960\#(100 + number % 900)""#,
            #""recipient_email":"ada.\#(number)@example.com""#, #""street":"12 St James's Square, Flat \#(number)""#,
            #""city":"London""#, #""note":"Leave it with the neighbour at number 14, please""#,
            #""created_at":"2026-05-01T03:38:\#(second).165Z""#, #""updated_at":"2026-05-02T11:07:\#(second)Z""#,
            #""delivered_at":"2026-05-03T16:20:\#(second).500Z""#, #""state":"delivered""#, #""service":"express""#,
            #""weight":\#(1 + number % 9).25"#, #""is_insured":\#(number % 2 == 0)"#, #""attempts":\#(number % 4)"#,
            #""value_in_cents":\#(1_999 + number)"#, #""return_of":null"#, #""tags":["fragile","gift","signed"]"#,
            #""sender":{"id":\#(4_000 + number),"name":"Babbage & Sons","country":"GB","contact":"office@example.com"}"#,
        ].joined(separator: ",").inBraces
    }
}

extension String {
    fileprivate var inBraces: String { "{\(self)}" }
}
