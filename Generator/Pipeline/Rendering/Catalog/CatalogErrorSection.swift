@_spi(Generated) import WaybillRuntime

/// The part of the page that explains failures.
struct CatalogErrorSection {
    let api: ResolvedAPI

    var lines: [String] {
        var lines = ["## Errors", "", "Every call throws ``\(api.errorName.text)``:", ""]
        lines += sample
        lines += Markdown.table(
            ["Case", "Meaning", "Answered with"],
            api.errors.cases.map { errorCase in
                [
                    "`.\(errorCase.identifier.text)`", Sentence.joined([errorCase.about ?? "The server refused."]),
                    ErrorCaseText.condition(errorCase),
                ]
            }
        )
        lines += [
            "Beside these: `.unrecognized` (any other refusal), `.invalidArgument` (nothing was sent), `.transport` and",
            "`.timeout` (`delivery` tells whether the request may have arrived), `.cancelled`, `.undecodable` (the server",
            "accepted, its answer could not be read) and `.waitTimedOut`.", "",
        ]
        if api.hasTokens {
            lines += ["`.noToken` says that there was no token to send the request with, so that it was not sent.", ""]
        }
        return lines + refusals + fields + codes
    }

    private var sample: [String] {
        Markdown.swift { writer in
            writer.line("do throws(\(api.errorName)) {")
            writer.indented { $0.line(.comment("calls")) }
            writer.line("} catch {")
            writer.indented { writer in
                writer.line("switch error {")
                if let first = api.errors.cases.first {
                    writer.line("case .\(member: first.identifier)(let failure): print(failure.message)")
                }
                writer.line("default: print(error.message, error.delivery, error.attempts)")
                writer.line("}")
            }
            writer.line("}")
        }
    }

    private var refusals: [String] {
        guard let rule = api.errors.refusal else { return [] }
        return [
            "The service also refuses with a status of 200 to 299, by what stands at \(Markdown.code(rule.place.text)) of the body: such an",
            "answer is one of these errors too, and is repeated only where its code stands for a status that is. The delivery of a",
            "success that could not be read is `.unknown`, where it may have been a refusal.", "",
        ]
    }

    private var fields: [String] {
        guard !api.errors.fields.isEmpty else { return [] }
        let facts = api.errors.fields.map { field in
            "- `\(field.identifier.text)`: \(Markdown.line(Sentence.joined([field.about ?? "A member of the refusal's body."])))"
        }
        return ["What else the service says of a refusal stands on the error itself, nil where it says nothing:", ""]
            + facts + [""]
    }

    private var codes: [String] {
        guard !api.errors.codes.words.isEmpty else {
            return ["The service has no error codes; tell failures apart by their cases.", ""]
        }
        let head = ["Code", "Status", "Meaning", "Worth another attempt"]
        let rows = api.errors.codes.words.map { word in
            [
                Markdown.code(word.name), word.status.map { "\($0)" } ?? "",
                Sentence.joined([word.about ?? "Not documented."]), word.status.map { again($0) } ?? "",
            ]
        }
        return ["`error.code` is one of these words, or one that came later:", ""] + Markdown.table(head, rows)
    }

    private func again(_ status: Int) -> String {
        api.retry.retries(status) ? "yes" : "no"
    }
}
