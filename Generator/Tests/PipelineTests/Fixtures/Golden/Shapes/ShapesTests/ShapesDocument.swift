/// A document that has every shape of type once, each value as a client writes it.
enum ShapesDocument {
    private static let leaves: KeyValuePairs = [
        "string": #""text""#, "int": "7", "double": "1.5", "bool": "true", "decimal": "12.5",
        "time": #""2026-05-01T03:38:07Z""#, "id": #""x7""#, "any_json": #"{"a":[1]}"#, "object": #"{"a":1}"#,
        "epoch": "1700000000", "english": #""Sep 23, 2024, 8:20:01 PM""#, "day": #""2026-05-01""#,
        "mail": #""Fri, 01 May 2026 03:38:07 +0000""#, "text_bool": "true", "text_int": "7", "commas": #""a,b""#,
        "word": #""red""#, "number": "2", "model": #"{"x":1}"#, "union": #"{"text":"t"}"#,
    ]

    /// Each container, with `$` where the value stands.
    private static let containers: KeyValuePairs = [
        "plain": "$", "maybe": "$", "list": "[$,$]", "map": #"{"k":$}"#, "batch": "[$]", "lists": "[[$],[]]",
        "maps": #"[{"k":$}]"#, "map_lists": #"{"k":[$]}"#, "map_maps": #"{"k":{"l":$}}"#, "batch_lists": "[[$]]",
        "batch_maps": #"[{"k":$}]"#, "maybe_list": "[$]", "maybe_batch": "[$]",
    ]

    static let text = object(
        leaves.map { leaf in (leaf.key, object(containers.map { ($0.key, $0.value.replacing("$", with: leaf.value)) }))
        }
    )

    private static func object(_ members: [(key: String, value: String)]) -> String {
        "{" + members.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    }
}
