import SpecYAML

@testable import Pipeline

/// Every shape of type in every place where a type can stand, as specs: each by itself, and all that are accepted as one.
enum ShapeMatrix {
    /// What a shape is made of.
    struct Leaf: Sendable {
        /// The name, a part of names in the spec.
        let name: String
        /// The type as the spec writes it.
        let type: String
        /// A value on the wire, as the client writes it.
        let json: String
        /// The same as an argument of an example, where that is written in another way.
        var argument: String?
    }

    /// What stands around a leaf.
    struct Wrapping: Sendable {
        let name: String
        let type: @Sendable (String) -> String
        let json: @Sendable (String) -> String
    }

    /// Where a type stands.
    enum Place: String, Sendable, CaseIterable {
        case answer
        case argument
        case requestModel
        case errorDetails
        case event
    }

    /// A type in a place.
    struct Shape: Sendable, CustomStringConvertible {
        let leaf: Leaf
        let wrapping: Wrapping
        let place: Place

        var type: String { wrapping.type(leaf.type) }
        var json: String { wrapping.json(leaf.json) }
        var argument: String { wrapping.json(leaf.argument ?? leaf.json) }
        var description: String { "\(type) in \(place)" }
    }

    static let leaves: [Leaf] = [
        Leaf(name: "string", type: "string", json: #""text""#), Leaf(name: "int", type: "int", json: "7"),
        Leaf(name: "double", type: "double", json: "1.5"), Leaf(name: "bool", type: "bool", json: "true"),
        Leaf(name: "decimal", type: "decimal", json: "12.5"),
        Leaf(name: "time", type: "timestamp", json: #""2026-05-01T03:38:07Z""#),
        Leaf(name: "id", type: "id", json: #""x7""#), Leaf(name: "any_json", type: "json", json: #"{"a":[1]}"#),
        Leaf(name: "object", type: "object", json: #"{"a":1}"#),
        Leaf(name: "epoch", type: "timestamp.epoch", json: "1700000000"),
        Leaf(name: "english", type: "timestamp.english", json: #""Sep 23, 2024, 8:20:01 PM""#),
        Leaf(name: "day", type: "date", json: #""2026-05-01""#),
        Leaf(name: "mail", type: "timestamp.rfc2822", json: #""Fri, 01 May 2026 03:38:07 +0000""#),
        Leaf(name: "text_bool", type: "bool.text", json: "true"), Leaf(name: "text_int", type: "int.text", json: "7"),
        Leaf(name: "commas", type: "list.comma", json: #""a,b""#, argument: #"["a","b"]"#),
        Leaf(name: "word", type: "Colour", json: #""red""#), Leaf(name: "number", type: "Step", json: "2"),
        Leaf(name: "model", type: "Point", json: #"{"x":1}"#),
        Leaf(name: "union", type: "Choice", json: #"{"text":"t"}"#),
    ]

    static let wrappings: [Wrapping] = [
        Wrapping(name: "plain", type: { $0 }, json: { $0 }),
        Wrapping(name: "maybe", type: { "\($0)?" }, json: { $0 }),
        Wrapping(name: "list", type: { "list<\($0)>" }, json: { "[\($0),\($0)]" }),
        Wrapping(name: "map", type: { "map<\($0)>" }, json: { "{\"k\":\($0)}" }),
        Wrapping(name: "batch", type: { "batch<\($0)>" }, json: { "[\($0)]" }),
        Wrapping(name: "lists", type: { "list<list<\($0)>>" }, json: { "[[\($0)],[]]" }),
        Wrapping(name: "maps", type: { "list<map<\($0)>>" }, json: { "[{\"k\":\($0)}]" }),
        Wrapping(name: "map_lists", type: { "map<list<\($0)>>" }, json: { "{\"k\":[\($0)]}" }),
        Wrapping(name: "map_maps", type: { "map<map<\($0)>>" }, json: { "{\"k\":{\"l\":\($0)}}" }),
        Wrapping(name: "batch_lists", type: { "batch<list<\($0)>>" }, json: { "[[\($0)]]" }),
        Wrapping(name: "batch_maps", type: { "batch<map<\($0)>>" }, json: { "[{\"k\":\($0)}]" }),
        Wrapping(name: "maybe_list", type: { "list<\($0)>?" }, json: { "[\($0)]" }),
        Wrapping(name: "maybe_batch", type: { "batch<\($0)>?" }, json: { "[\($0)]" }),
        Wrapping(name: "list_batch", type: { "list<batch<\($0)>>" }, json: { "[[\($0)]]" }),
    ]

    static let all: [Shape] = Place.allCases.flatMap { place in
        leaves.flatMap { leaf in wrappings.map { Shape(leaf: leaf, wrapping: $0, place: place) } }
    }

    // MARK: - Specs

    /// The spec that has these shapes: the fields of one leaf are a model, and in requests an operation too.
    static func files(_ shapes: [Shape]) -> [SourceFile] {
        let texts = [
            ("api", api), ("receiving", event(shapes.filter { $0.place == .event })), ("shapes", resource(shapes)),
        ]
        return texts.map { SourceFile(path: "spec/shapes/\($0).yaml", text: $1) }
    }

    private static let api = """
        waybill: 1
        api: Shapes
        envelope: [result, none]
        encoding: form
        retry: { delay: { table: [100ms, 1s], jitter: none } }
        clients:
          ShapesClient:
            servers: { production: "https://api.example.com" }
            auth: { credentials: { key: {} }, headers: { X-Key: "{key}" } }
            resources: [shapes]
        errors:
          message: [message]
          code: [code]
          details: [details]
          codes: [refused]
          cases: { refused: { code: refused, details: ErrorDetailsShapes } }

        """

    private static func resource(_ shapes: [Shape]) -> String {
        var text = "resource: shapes\noperations:\n"
        text += read(shapes.filter { $0.place == .answer }, shapes.filter { $0.place == .errorDetails })
        for (leaf, shapes) in grouped(shapes.filter { $0.place == .argument }) { text += write(leaf, shapes) }
        text += send(shapes.filter { $0.place == .requestModel })
        text += "models:\n  Point: { fields: { x: { type: int, min: 0 } } }\n  Nothing: { fields: { a: 'string?' } }\n"
        for place in Place.allCases where place != .argument {
            text += models(place, shapes.filter { $0.place == place })
        }
        text += "enums:\n  Colour: { values: { red: Red. } }\n  Step: { of: int, values: { '1': First. } }\n"
        return text + "unions:\n  Choice: { by: key, cases: { text: string, point: Point } }\n"
    }

    private static func grouped(_ shapes: [Shape]) -> [(leaf: Leaf, shapes: [Shape])] {
        leaves.compactMap { leaf in
            let own = shapes.filter { $0.leaf.name == leaf.name }
            return own.isEmpty ? nil : (leaf, own)
        }
    }

    /// The type that has all shapes of a place.
    private static func whole(_ place: Place) -> String { capital(place.rawValue) + "Shapes" }

    private static func model(_ place: Place, _ leaf: Leaf) -> String {
        leaf.name.split(separator: "_").map { capital(String($0)) }.joined() + capital(place.rawValue)
    }

    private static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    private static func models(_ place: Place, _ shapes: [Shape]) -> String {
        var text = "  \(whole(place)): { fields: { note: 'string?'"
        for (leaf, _) in grouped(shapes) { text += ", \(leaf.name): \(model(place, leaf))" }
        text += " } }\n"
        for (leaf, shapes) in grouped(shapes) {
            let fields = shapes.map { "\($0.wrapping.name): \"\($0.type)\"" }.joined(separator: ", ")
            text += "  \(model(place, leaf)): { fields: { \(fields) } }\n"
        }
        return text
    }

    private static func value(_ shapes: [Shape], _ json: (Shape) -> String) -> String {
        let leaves = grouped(shapes).map { leaf, shapes in
            "\"\(leaf.name)\":{" + shapes.map { "\"\($0.wrapping.name)\":\(json($0))" }.joined(separator: ",") + "}"
        }
        return "{" + leaves.joined(separator: ",") + "}"
    }

    private static func read(_ answers: [Shape], _ details: [Shape]) -> String {
        """
          read:
            http: GET /shapes
            returns: \(whole(.answer))
            examples:
              all: { arguments: {}, status: 200, response: '\(value(answers, \.json))' }
              refused: { arguments: {}, status: 422, response: '{"message":"no","code":"refused","details":\
        \(value(details, \.json))}' }

        """
    }

    private static func write(_ leaf: Leaf, _ shapes: [Shape]) -> String {
        let fields = shapes.map { "\($0.wrapping.name): \"\($0.type)\"" }.joined(separator: ", ")
        let arguments = shapes.map { "\"\($0.wrapping.name)\": \($0.argument)" }.joined(separator: ", ")
        let body = shapes.map { "\"\($0.wrapping.name)\":\($0.json)" }.joined(separator: ",")
        return """
              write_\(leaf.name):
                http: POST /\(leaf.name)
                body: { \(fields) }
                encoding: json
                examples:
                  all: { arguments: { \(arguments) }, request: '{\(body)}', status: 204 }

            """
    }

    private static func send(_ shapes: [Shape]) -> String {
        """
          send:
            http: PUT /shapes
            body: { shapes: \(whole(.requestModel)) }
            encoding: json
            examples:
              all: { arguments: { shapes: \(value(shapes, \.argument)) }, request: '{"shapes":\(value(shapes, \.json))}', status: 204 }

        """
    }

    private static func event(_ shapes: [Shape]) -> String {
        let body = #"{"type":"shapes","data":\#(value(shapes, \.json))}"#
        return """
            unions:
              ShapesEvent:
                by: { field: type }
                cases: { shapes: { type: \(whole(.event)), at: data }, nothing: Nothing }
            webhooks:
              ShapesWebhook:
                signature: { algorithm: sha256, encoding: hex, signs: "{body}", header: { name: X-Signature } }
                deduplicate: signature
                acknowledge: [200]
                refuse: 401
                event: ShapesEvent
                vectors:
                  - secret: s
                    body: ""
                    signature: 64eca07cce67929c357d63d0a4aec207e774800403298914fc04e88ce02ac49f
                examples:
                  all: { body: '\(body)' }

            """
    }
}
