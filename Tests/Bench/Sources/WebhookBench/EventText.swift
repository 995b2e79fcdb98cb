/// The body that comes.
enum EventText {
    /// An event of 480 bytes, as the service sends it.
    static let event = Array(
        #"""
        {"data":{"object":{"id":"sms_f07d9b8b1a3c4f6e8d2b5a7c9e1f3d5b","object":"text","organisation_id":"ffeeddccbbaa99887766554433221100",\#
        "recipient":"2348000000001","sender_id":"Simpu","external_ref":"order-10482","status":"delivered","reason":"DELIVRD",\#
        "link":null,"created_datetime":"2025-01-02T03:04:05.678901"}},"id":"evt.text_8c1f0b7e6d5a4c3b2a19f8e7d6c5b4a3",\#
        "object":"event","type":"TEXT_DELIVERED","timestamp":"Jan 2, 2025, 3:04:09 AM"}
        """#.utf8
    )

    /// The same, with blanks after it.
    static func padded(to size: Int) -> [UInt8] {
        event + Array(repeating: UInt8(ascii: " "), count: size - event.count)
    }
}
