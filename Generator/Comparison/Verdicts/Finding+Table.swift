// The one table of severities: what each kind of change means, by the way that the value goes.

extension Finding {
    /// What a kind of change means on the wire.
    enum Wire {
        case always(WireVerdict)
        /// By the way that the value goes; a direction that is not named: nothing.
        case by([Direction: WireVerdict])
    }

    /// What a kind of change means.
    struct Row {
        /// On the wire.
        var wire = Wire.always(.none)
        /// Whether the program behaves in another way.
        var isBehaviour = false
        let reason: String
    }

    /// What it means on the wire for a value that goes these ways: the worst of them.
    func wire(_ directions: Set<Direction>) -> WireVerdict {
        switch row.wire {
        case .always(let verdict): verdict
        case .by(let verdicts): directions.map { verdicts[$0] ?? .none }.max() ?? .none
        }
    }

    package var isBehaviour: Bool { row.isBehaviour }

    /// What it means, in one sentence.
    package var reason: String { row.reason }

    var row: Row {
        switch self {
        case .documentation, .sandbox, .becameFact, .becameGuess, .certainty, .swiftName, .partAdded,
            .partRemoved, .renamed, .reordered, .reorderedMeaning:
            generalRow
        case .address, .authentication, .opened, .credential, .endpoint, .idempotencyKey, .resend, .pacing, .pages,
            .metadata,
            .encoding, .envelope, .success:
            callRow
        case .requiredAdded, .optionalAdded, .filledAdded, .requiredRemoved, .optionalRemoved, .becameRequired,
            .becameOptional:
            presenceRow
        case .typeNarrowed, .typeWidened, .optionalTypeWidened, .typeChanged, .optionalTypeChanged, .typeSameOnWire:
            typeRow
        case .constant, .defaultValue, .made, .strict, .flattened, .allowedValues, .tightened, .loosened: valueRow
        case .aliasAdded, .optionalAliasAdded, .aliasRemoved, .wireName, .optionalWireName: nameRow
        case .wordAdded, .wordRemoved, .shapeAdded, .shapeRemoved, .discriminator, .progress, .derivation:
            definitionRow
        case .errorPaths, .refusal, .errorSorting, .errorStatus, .webhookSignature, .challenge, .acknowledgement,
            .unacknowledged, .reception:
            receivingRow
        }
    }

    private static let everyWay = Wire.by([.request: .breaks, .answer: .breaks, .error: .breaks, .webhook: .breaks])
    private static let received = Wire.by([.answer: .breaks, .error: .breaks, .webhook: .breaks])
    private static let lost = Wire.by([.answer: .changes, .error: .changes, .webhook: .changes])

    private var generalRow: Row {
        switch self {
        case .documentation: Row(reason: "Only what people read.")
        case .sandbox: Row(reason: "Only what the sandbox does.")
        case .becameFact: Row(isBehaviour: true, reason: "A guess became a fact: what was assumed is known now.")
        case .becameGuess: Row(isBehaviour: true, reason: "What was taken for a fact is a guess.")
        case .certainty:
            Row(isBehaviour: true, reason: "It is assumed, or was decided, for another reason than before.")
        case .swiftName: Row(reason: "Only its form in Swift.")
        case .partAdded: Row(reason: "Deployed clients do not know it, and need not.")
        case .partRemoved: Row(wire: .always(.breaks), reason: "Deployed clients still use it.")
        case .renamed: Row(reason: "It is what it was on the wire.")
        case .reordered: Row(reason: "The order of members has no meaning on the wire.")
        default: Row(isBehaviour: true, reason: "The first one that fits is taken, or is the default.")
        }
    }

    private var callRow: Row {
        switch self {
        case .address: Row(wire: .always(.breaks), reason: "Deployed clients call the old address.")
        case .authentication:
            Row(wire: .always(.breaks), isBehaviour: true, reason: "Deployed clients prove themselves in the old way.")
        case .opened:
            Row(
                isBehaviour: true,
                reason: "Anybody may call it; what deployed clients prove is not asked for any longer."
            )
        case .credential: Row(reason: "What the user gives; the headers say what is sent of it.")
        case .endpoint: Row(wire: .always(.breaks), reason: "Deployed clients call the old method and path.")
        case .idempotencyKey:
            Row(
                wire: .always(.breaks),
                isBehaviour: true,
                reason: "The server looks for the key elsewhere than deployed clients put it: a repeat may count twice."
            )
        case .resend: Row(isBehaviour: true, reason: "Another set of failures has the call sent again.")
        case .pacing: Row(isBehaviour: true, reason: "Attempts, waits or limits are other ones.")
        case .pages: Row(wire: .always(.changes), isBehaviour: true, reason: "Pages are walked in another way.")
        case .metadata:
            Row(wire: .always(.changes), isBehaviour: true, reason: "Another header field of an answer is read.")
        case .encoding: Row(wire: .by([.request: .breaks]), reason: "Deployed clients write it in the old way.")
        case .envelope: Row(wire: .always(.breaks), reason: "Deployed clients look for the value at the old place.")
        default: Row(reason: "Every 2xx is a success.")
        }
    }

    private var presenceRow: Row {
        switch self {
        case .requiredAdded:
            Row(
                wire: .by([.request: .breaks]),
                reason: "Deployed clients do not send it; they keep what is new in answers."
            )
        case .optionalAdded: Row(reason: "It may be left out, and is kept where it is not known.")
        case .filledAdded:
            Row(
                wire: .by([.request: .changes]),
                reason: "Requests carry it from now on; deployed clients leave it out."
            )
        case .requiredRemoved: Row(wire: Self.everyWay, reason: "Deployed clients send it, or cannot do without it.")
        case .optionalRemoved:
            Row(
                wire: .by([.request: .breaks, .answer: .changes, .error: .changes, .webhook: .changes]),
                reason: "Deployed clients may still send it; in answers they find nothing."
            )
        case .becameRequired: Row(wire: .by([.request: .breaks]), reason: "Deployed clients may leave it out.")
        default: Row(wire: Self.received, reason: "Deployed clients cannot do without it.")
        }
    }

    private var typeRow: Row {
        switch self {
        case .typeNarrowed:
            Row(wire: .by([.request: .breaks]), reason: "The server takes less than deployed clients send.")
        case .typeWidened: Row(wire: Self.received, reason: "The server sends what deployed clients cannot read.")
        case .optionalTypeWidened:
            Row(wire: Self.lost, reason: "Deployed clients find nothing where they cannot read what comes.")
        case .typeChanged: Row(wire: Self.everyWay, reason: "One side cannot read what the other one writes.")
        case .optionalTypeChanged:
            Row(
                wire: .by([.request: .breaks, .answer: .changes, .error: .changes, .webhook: .changes]),
                reason: "One side cannot read what the other one writes; an answer goes on without it."
            )
        default: Row(reason: "It looks the same on the wire.")
        }
    }

    private var valueRow: Row {
        switch self {
        case .constant: Row(wire: Self.everyWay, reason: "Deployed clients send, or wait for, the old value.")
        case .defaultValue:
            Row(
                wire: .by([.request: .changes]),
                isBehaviour: true,
                reason: "Where nothing is given, or came, another value stands in."
            )
        case .made: Row(wire: .by([.request: .changes]), isBehaviour: true, reason: "The client makes another value.")
        case .strict: Row(isBehaviour: true, reason: "A value that cannot be read is an error, or no longer one.")
        case .flattened: Row(wire: Self.everyWay, reason: "Its members stand elsewhere.")
        case .allowedValues: Row(isBehaviour: true, reason: "Other values are refused before they are sent.")
        case .tightened:
            Row(wire: .by([.request: .breaks]), isBehaviour: true, reason: "Values that could be sent are refused now.")
        default: Row(isBehaviour: true, reason: "More values can be sent.")
        }
    }

    private var nameRow: Row {
        switch self {
        case .aliasAdded:
            Row(
                wire: Self.received,
                isBehaviour: true,
                reason: "It may come under a further name, under which deployed clients do not look for it."
            )
        case .optionalAliasAdded:
            Row(
                wire: Self.lost,
                isBehaviour: true,
                reason: "It may come under a further name; deployed clients then find nothing."
            )
        case .aliasRemoved: Row(isBehaviour: true, reason: "It is no longer read under that name.")
        case .wireName: Row(wire: Self.everyWay, reason: "It has another name on the wire.")
        default:
            Row(
                wire: .by([.request: .breaks, .answer: .changes, .error: .changes, .webhook: .changes]),
                reason: "It has another name on the wire; in answers deployed clients find nothing."
            )
        }
    }

    private var definitionRow: Row {
        switch self {
        case .wordAdded: Row(reason: "The set is open: a deployed client keeps a word that it does not know.")
        case .wordRemoved: Row(wire: .by([.request: .breaks]), reason: "Deployed clients may send it.")
        case .shapeAdded: Row(reason: "The union is open: a deployed client keeps a shape that it does not know.")
        case .shapeRemoved:
            Row(
                wire: .by([.request: .breaks, .answer: .changes, .webhook: .changes]),
                reason: "Deployed clients may send it; it no longer comes."
            )
        case .discriminator:
            Row(
                wire: .by([.request: .breaks, .answer: .changes, .error: .changes, .webhook: .breaks]),
                reason: "Deployed clients tell shapes apart in the old way, and keep those of answers as unrecognised."
            )
        case .progress: Row(isBehaviour: true, reason: "What counts as later, or as the end, is other than before.")
        default: Row(isBehaviour: true, reason: "It is worked out in another way.")
        }
    }

    private var receivingRow: Row {
        switch self {
        case .errorPaths:
            Row(wire: .always(.breaks), isBehaviour: true, reason: "Deployed clients look for it at the old place.")
        case .refusal:
            Row(
                wire: .always(.breaks),
                isBehaviour: true,
                reason: "Deployed clients take a refusal for a success, or a success for a refusal."
            )
        case .errorSorting: Row(isBehaviour: true, reason: "Other failures lead to this case.")
        case .errorStatus:
            Row(
                wire: .always(.changes),
                isBehaviour: true,
                reason: "What goes by the status, such as a case or sending again, is decided otherwise."
            )
        case .webhookSignature: Row(wire: .always(.breaks), reason: "Deployed receivers refuse what is signed so.")
        case .challenge:
            Row(wire: .always(.breaks), reason: "Deployed receivers do not answer what the service asks them so.")
        case .acknowledgement:
            Row(wire: .always(.changes), isBehaviour: true, reason: "Deliveries are answered with another status.")
        case .unacknowledged:
            Row(
                wire: .always(.breaks),
                isBehaviour: true,
                reason: "What deployed receivers answer with acknowledges nothing: it is delivered again."
            )
        default: Row(isBehaviour: true, reason: "Other deliveries are accepted, or known again.")
        }
    }
}

extension Finding {
    /// The table in Markdown, as the reference shows it.
    package static var table: [String] {
        let head = [
            "| Change | Request | Answer | Error | Webhook | Behaviour | Why |", "|---|---|---|---|---|---|---|",
        ]
        return head
            + allCases.map { finding in
                let wire = Direction.allCases.map { finding.wire([$0]) == .none ? "" : finding.wire([$0]).rawValue }
                let cells = ["`\(finding.rawValue)`"] + wire + [finding.isBehaviour ? "changes" : "", finding.reason]
                return "| " + cells.joined(separator: " | ") + " |"
            }
    }
}
