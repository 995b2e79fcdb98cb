extension JSONReader {
    /// Reads a member that may come under several keys, and keeps it as it came too, until it is known which key counts.
    ///
    /// The model takes the one that counts out of the kept members again; what came under its other keys stays there, so
    /// that nothing is lost when the model is written.
    /// - Parameter isLenient: Whether an unreadable value is nil and no fault.
    @_spi(Generated) @inline(never)
    public mutating func alias<Value>(
        keepingIn extra: inout JSONObject,
        isLenient: Bool = false,
        _ read: (inout JSONReader) -> Value?
    ) -> Value? {
        let hadFailed = hasFailed
        let mark = mark()
        keep(in: &extra)
        restore(mark)
        let value = read(&self)
        guard isLenient, hasFailed, !hadFailed else { return value }
        restore(mark)
        skip()
        return nil
    }
}
