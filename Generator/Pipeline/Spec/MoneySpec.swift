/// A derived property that has an amount in smallest units together with its currency.
public struct MoneySpec: Sendable, Readable {
    /// The field that holds the amount.
    public var amount: Located<String> = .unread
    /// The field that holds the code of the currency.
    public var currency: Located<String>?
    /// The code of the one currency, where no field says it.
    public var code: Located<String>?
    /// The decimal places of currencies, where they are not those of ISO 4217.
    public var exponents: [Named<Located<Int>>] = []

    static let dialect = Mapping<MoneySpec>("money", "money") {
        Key(required: "amount", .text("field"), \.amount)
            .means("The `int` or `int.text` that counts the smallest units, such as cents.")
        Key("currency", .text("field"), \.currency).otherwise("this or `code`")
            .means("The text or enum that has the code of the currency.")
        Key("code", .text("code"), \.code).otherwise("this or `currency`").means(
            "The code of the one currency there is."
        )
        Key("exponents", .named(.int, by: "currency"), \.exponents).otherwise("those of ISO 4217")
            .means("How many decimal places a currency has, where the vendor counts otherwise.")
    }.oneOf(["currency"], ["code"])
}
