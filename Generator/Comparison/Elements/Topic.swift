/// What a fact is about, and so how a change of it is judged.
enum Topic: Sendable, Hashable {
    /// What people read: descriptions, links, examples.
    case documentation
    /// How the sandbox behaves.
    case sandbox
    /// Whether the spec is sure of it.
    case certainty
    /// Names and forms in Swift; the generated declarations tell what they break.
    case swift

    /// Where requests go to.
    case address
    /// How a request proves who sends it.
    case authentication
    /// Method and path.
    case endpoint
    /// Where an idempotency key stands.
    case key
    /// How a key or a value is made.
    case made
    /// Whether a request may be sent again, and why.
    case resend
    /// When, how often and how long.
    case pacing
    /// How answers follow each other.
    case pages
    /// Which header fields of an answer mean something.
    case metadata
    /// How the body of a request is written, or a parameter of its query.
    case encoding
    /// Where the value of an answer stands.
    case envelope
    /// What an answer is that is no JSON.
    case answerForm
    /// Which status a success has; every 2xx is one.
    case success

    case type
    /// The value where none is given, or none came.
    case defaultValue
    /// A value that is always sent.
    case constant
    /// Further names from which a field is read.
    case aliases
    case strict
    /// Whether null is a value to send.
    case nullability
    /// The members of the value stand among its owner's.
    case flattened
    /// Whether further members are expected.
    case openness
    /// The list of allowed values.
    case allowedValues
    /// A number below which nothing is allowed.
    case lowerBound
    /// A number above which nothing is allowed.
    case upperBound
    /// A form that a value must have.
    case form
    /// Fields of which one has to be given.
    case alternatives

    /// What a condition or a look-up looks at.
    case derivation
    /// The order of words, and which of them are final.
    case progress
    /// How the shapes of a union are told apart.
    case discriminator
    /// The word on the wire by which one of them is known.
    case shapeWord

    /// Where a failure has its message, code and details.
    case errorPaths
    /// What in the body of a 2xx is a failure.
    case refusal
    /// Which failures lead to a case.
    case errorSorting
    /// The status that an error code comes with.
    case errorStatus

    /// How a delivery is signed.
    case webhookSignature
    /// How a service asks whether its receiver is there.
    case challenge
    /// Which statuses a receiver answers with.
    case acknowledgement
    /// By what and how long a delivery is known again, and what is accepted.
    case reception

    /// Whether a declaration can change with it.
    var isInSwift: Bool {
        switch self {
        case .swift, .type, .answerForm, .defaultValue, .key, .pages, .pacing, .flattened, .openness, .allowedValues,
            .derivation, .nullability, .progress, .discriminator, .address, .webhookSignature,
            .challenge:
            true
        default: false
        }
    }
}
