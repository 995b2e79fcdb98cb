/// What is read although another reader of YAML refuses it, or reads something else.
enum YAMLTolerance {
    case nothing
    /// What `waybill format` writes so that all readers agree: missing quotes, tabs, and signs without a blank.
    case layout
}
