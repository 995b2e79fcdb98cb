/// A rule whose diagnostics hold whatever the rest of the spec says, so that it can be checked where a part is missing.
///
/// It asks nothing of one client, operation, field or definition that only another one answers.
protocol LocalRule: ValidationRule {}
