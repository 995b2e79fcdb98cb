extension ResolvedType {
    /// Whether it is a single value that can be written in such a place.
    func fits(_ place: WireFormat.ParameterPlaces) -> Bool {
        switch self {
        case .format(let format): format.parameterPlaces.contains(place)
        case .words: true
        default: false
        }
    }

    /// Whether a header field can have it: a single value, or a list of such that have no commas of their own.
    var fitsHeader: Bool {
        guard case .list(let element) = self else { return fits(.header) }
        return element.fits(.header) && ![.format(.commaList), .format(.english), .format(.mail)].contains(element)
    }
}
