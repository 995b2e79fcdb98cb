extension JSONReader {
    /// Reads a member that may come under several keys, and keeps it as it came too, until it is known which key counts.
    ///
    /// The model takes the one that counts out of the kept members again; what came under its other keys stays there, so
    /// that nothing is lost when the model is written.
    @_spi(Generated) @inline(never)
    public mutating func alias<Value>(
        keepingIn extra: inout JSONObject,
        _ read: (inout JSONReader) -> Value?
    ) -> Value? {
        let mark = mark()
        keep(in: &extra)
        restore(mark)
        return read(&self)
    }
}
