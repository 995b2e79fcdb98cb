@_spi(Generated) import WaybillRuntime
import WaybillTransportTesting

extension RetryMatrix {
    static let walinko = rows(
        """
        200-299  -    accepted  accepted
        300-399  -    rejected  unknown
        400-407  -    rejected  rejected
        408-408  -    unknown   unknown
        409-428  -    rejected  rejected
        429-429  skn  rejected  rejected
        430-498  -    rejected  rejected
        499-499  -    rejected  unknown
        500-500  sk   unknown   unknown
        501-501  -    unknown   unknown
        502-504  sk   unknown   unknown
        505-599  -    unknown   unknown
        """
    )

    static let simpleConnect = rows(
        """
        200-299  -    accepted  accepted
        300-399  -    rejected  unknown
        400-407  -    rejected  rejected
        408-408  -    unknown   unknown
        409-498  -    rejected  rejected
        499-499  -    rejected  unknown
        500-599  sk   unknown   unknown
        """
    )

    static let plans = [(RetryPlan.standard, standard), (.walinko, walinko), (.simpleConnect, simpleConnect)]
}
