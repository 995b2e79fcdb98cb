/// What the runtime asks of the values of header fields, for those who check a spec.
@_spi(Generated)
public enum HeaderValue {
    /// What keeps a value from going out, or nil.
    public static func fault(in value: String) -> String? { HeaderRule.fault(inValue: value) }
}
