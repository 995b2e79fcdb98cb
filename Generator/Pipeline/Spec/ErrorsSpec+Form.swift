/// A form of error bodies that has a name.
enum ErrorForm: String, Sendable, CaseIterable {
    /// Problem details (RFC 9457, section 3): `type`, `title`, `detail`, `instance`, and members of the API's own beside them.
    case problem
}

extension ErrorsSpec {
    /// Fills in what the form says, where the author says nothing else.
    mutating func completeForm() {
        guard let form, form.value == .problem else { return }
        let place = form.location
        if message.isEmpty { message = [Located("detail", at: place), Located("title", at: place)] }
        if code.isEmpty { code = [Located("type", at: place)] }
        if details.isEmpty { details = [Located("none", at: place)] }
        let members = [
            ("title", "What kind of problem it is, in words that do not change."),
            ("instance", "A URI that names this occurrence of the problem."),
        ]
        for (name, about) in members where !fields.contains(where: { $0.name.value == name }) {
            var field = ErrorFieldSpec()
            field.type = Located(.optional(.format(.string)), at: place)
            field.at = [Located(name, at: place)]
            field.about = Located(about, at: place)
            fields.append(Named(Located(name, at: place), field))
        }
    }
}
