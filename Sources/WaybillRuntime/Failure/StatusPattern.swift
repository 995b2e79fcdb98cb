/// Matches a status that may be absent against a range, in the switches of generated errors.
@_spi(Generated)
public func ~= (range: ClosedRange<Int>, status: Int?) -> Bool {
    status.map(range.contains) ?? false
}
