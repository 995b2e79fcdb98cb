import Testing

@testable import Pipeline

/// What a spec means is compared whole: a member that is new in `Resolved` has to be made a fact, or named here.
@Suite struct ComparedMembersTests {
    private static let api = Corpus.baseAPI

    private static func members(_ value: Any) -> Set<String> {
        Set(Mirror(reflecting: value).children.compactMap(\.label))
    }

    @Test("No member of what a spec means is forgotten")
    func members() throws {
        let api = try Self.api.get()
        let operation = try #require(api.operations.first)
        #expect(
            Self.members(api) == [
                "name", "location", "slug", "about", "notes", "docs", "rates", "envelope", "metadata", "timeouts",
                "retry",
                "errors", "clients", "resources", "definitions", "webhooks", "sandbox", "certainty", "allCertainty",
            ]
        )
        #expect(
            Self.members(try #require(api.clients.first)) == [
                "name", "location", "about", "address", "hosts", "parameters", "basePath", "requestHeaders",
                "credentials", "headers",
                "query", "basic", "signature", "token", "webToken", "ownWay", "otherWays", "options", "resources",
                "certainty",
            ]
        )
        #expect(
            Self.members(operation) == [
                "id", "name", "location", "about", "notes", "deprecated", "method", "path", "host", "isAuthenticated",
                "isOverridable", "success", "resend", "because", "key", "keyLifetime", "rates", "parameters", "query",
                "headers", "body",
                "envelope", "inheritsEnvelope",
                "pages", "answer", "rawAnswer", "accept", "answerLimit", "revalidates", "answerHeaders", "failures",
                "like", "examples", "sandbox", "certainty",
            ]
        )
        #expect(
            Self.members(try #require(operation.parameters.first).field) == [
                "name", "swiftName", "location", "keys", "type", "about", "defaultValue", "make", "isStrict",
                "isFlattened", "isNullable", "notation", "isUnlabeled", "allowedValues", "constraints",
                "elementConstraints", "uncheckedConstraints", "certainty",
            ]
        )
        #expect(
            Self.members(operation.body) == [
                "members", "alternatives", "additionalProperties", "encoding", "isWhole", "contentType",
            ]
        )
        #expect(
            Self.members(ValueConstraints()) == [
                "min", "max", "pattern", "minLength", "maxLength", "maxBytes", "minItems", "maxItems", "isNotBlank",
            ]
        )
        #expect(
            Self.members(try #require(api.definitions.models.first).value) == [
                "name", "location", "about", "notes", "additionalProperties", "undeclared", "members", "alternatives",
                "predicates", "lookups", "money", "certainty",
            ]
        )
        #expect(
            Self.members(try #require(api.definitions.enums.first).value)
                == ["name", "location", "about", "isNumeric", "words", "order", "final", "certainty"]
        )
        #expect(
            Self.members(try #require(api.definitions.unions.first).value)
                == [
                    "name", "location", "about", "discriminator", "cases", "undeclared", "sharedField", "isEvent",
                    "certainty",
                ]
        )
        #expect(
            Self.members(try #require(api.errors.cases.first))
                == ["name", "swiftName", "location", "about", "codes", "statuses", "details", "certainty"]
        )
        #expect(
            Self.members(try #require(api.webhooks.first)) == [
                "name", "location", "about", "notes", "secretAbout", "secretLooksLike", "definition", "event",
                "vectors", "examples", "certainty",
            ]
        )
        #expect(
            Self.members(try #require(api.webhooks.first).definition) == [
                "name", "scheme", "body", "batch", "deduplication", "type", "typeHeader", "time", "challenge",
                "keepFor", "acknowledgement", "bodyLimit",
            ]
        )
        #expect(
            Self.members(api.retry)
                == ["attempts", "retriesNetworkFailures", "statuses", "delay", "retryAfter"]
        )
    }
}
