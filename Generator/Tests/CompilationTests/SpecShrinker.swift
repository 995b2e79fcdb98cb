@testable import Pipeline

/// Makes a spec smaller that shows a fault, as long as it shows it.
struct SpecShrinker {
    /// Whether a spec still shows it.
    let shows: (GeneratedModule) -> Bool
    /// How many specs may be tried.
    var tries = 400

    /// The smallest spec that was found.
    mutating func smallest(_ spec: RandomSpec) -> RandomSpec {
        var spec = spec
        var size = 0
        repeat {
            size = spec.files.reduce(0) { $0 + $1.value.size }
            for place in spec.files.indices.reversed() where place > 0 {
                var other = spec
                other.files.remove(at: place)
                take(other, over: &spec)
            }
            for place in spec.files.indices where place < spec.files.count { shrink(&spec, place, at: []) }
        } while spec.files.reduce(0) { $0 + $1.value.size } < size && tries > 0
        return spec
    }

    private mutating func shrink(_ spec: inout RandomSpec, _ file: Int, at path: [Int]) {
        var place = 0
        while place < Self.count(spec.files[file].value, path[...]) {
            var other = spec
            Self.remove(place, from: &other.files[file].value, path[...])
            if take(other, over: &spec) { continue }
            shrink(&spec, file, at: path + [place])
            place += 1
        }
    }

    @discardableResult
    private mutating func take(_ other: RandomSpec, over spec: inout RandomSpec) -> Bool {
        guard tries > 0, let api = other.judged.api else { return false }
        tries -= 1
        guard shows(render(api)) else { return false }
        spec = other
        return true
    }

    private static func count(_ node: SpecNode, _ path: ArraySlice<Int>) -> Int {
        switch node {
        case .map(let members): path.first.map { count(members[$0].value, path.dropFirst()) } ?? members.count
        case .list(let elements): path.first.map { count(elements[$0], path.dropFirst()) } ?? elements.count
        case .json(let value): count(value, path)
        default: 0
        }
    }

    private static func remove(_ place: Int, from node: inout SpecNode, _ path: ArraySlice<Int>) {
        switch node {
        case .map(var members):
            if let step = path.first {
                remove(place, from: &members[step].value, path.dropFirst())
            } else {
                members.remove(at: place)
            }
            node = .map(members)
        case .list(var elements):
            if let step = path.first {
                remove(place, from: &elements[step], path.dropFirst())
            } else {
                elements.remove(at: place)
            }
            node = .list(elements)
        case .json(var value):
            remove(place, from: &value, path)
            node = .json(value)
        default: break
        }
    }
}
