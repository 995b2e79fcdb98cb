import Foundation
import WaybillJSON

/// The places of a value at which a program finds something, by the names in Swift: `load.fragile.glass`.
enum SeenPlaces {
    static func of(_ value: Any, at place: String = "") -> Set<String> {
        if value is JSONValue || value is JSONObject || value is Date || value is Decimal { return [place] }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.map { of($0.value, at: place) } ?? []
        case .collection: return mirror.children.reduce(into: []) { $0.formUnion(of($1.value, at: place + "[]")) }
        case .enum, .struct:
            // What is kept of members that the spec does not know is nothing that a program looks for.
            let children = mirror.children.filter { $0.label != "extra" && $0.label?.hasPrefix("keyOf") != true }
            guard !children.isEmpty else { return [place] }
            return children.reduce(into: []) { $0.formUnion(of($1.value, at: "\(place).\($1.label ?? "")")) }
        default: return [place]
        }
    }
}
