import Foundation
import Testing

/// The public JSONTestSuite (MIT licence), read where a copy of it lies beside the repository.
@Suite(.enabled(if: JSONTestSuite.isThere, "JSONTestSuite is not here: set WAYBILL_CONFORMANCE to its parent folder"))
struct JSONTestSuiteTests {
    private func accepts(_ file: String) throws -> Bool? {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: JSONTestSuite.folder + "/" + file))
        return Parsing.accepts(Array(bytes))
    }

    @Test("J01 every y_ file is read", arguments: JSONTestSuite.files("y_"))
    func accepted(_ file: String) throws {
        #expect(try accepts(file) == true)
    }

    @Test("J01 every n_ file is refused", arguments: JSONTestSuite.files("n_"))
    func refused(_ file: String) throws {
        #expect(try accepts(file) == false)
    }

    @Test("J02 every i_ file has its written outcome", arguments: JSONTestSuite.files("i_"))
    func open(_ file: String) throws {
        #expect(try accepts(file) == Self.outcomes[file])
    }

    @Test("J02 every i_ file is in the table and every entry is a file")
    func table() {
        #expect(Self.outcomes.count == 35)
        #expect(JSONTestSuite.files("i_").allSatisfy { Self.outcomes[$0] != nil })
        #expect(JSONTestSuite.files("i_").count == Self.outcomes.count)
        #expect(JSONTestSuite.files("y_").count >= 90)
        #expect(JSONTestSuite.files("n_").count >= 180)
    }

    /// Numbers keep their digits, so that none is too large; everything that is not Unicode is refused, and so are a byte
    /// order mark and a depth of 500.
    static let outcomes: [String: Bool] = [
        "i_number_double_huge_neg_exp.json": true,
        "i_number_huge_exp.json": true,
        "i_number_neg_int_huge_exp.json": true,
        "i_number_pos_double_huge_exp.json": true,
        "i_number_real_neg_overflow.json": true,
        "i_number_real_pos_overflow.json": true,
        "i_number_real_underflow.json": true,
        "i_number_too_big_neg_int.json": true,
        "i_number_too_big_pos_int.json": true,
        "i_number_very_big_negative_int.json": true,
        "i_object_key_lone_2nd_surrogate.json": false,
        "i_string_1st_surrogate_but_2nd_missing.json": false,
        "i_string_1st_valid_surrogate_2nd_invalid.json": false,
        "i_string_UTF-16LE_with_BOM.json": false,
        "i_string_UTF-8_invalid_sequence.json": false,
        "i_string_UTF8_surrogate_U+D800.json": false,
        "i_string_incomplete_surrogate_and_escape_valid.json": false,
        "i_string_incomplete_surrogate_pair.json": false,
        "i_string_incomplete_surrogates_escape_valid.json": false,
        "i_string_invalid_lonely_surrogate.json": false,
        "i_string_invalid_surrogate.json": false,
        "i_string_invalid_utf-8.json": false,
        "i_string_inverted_surrogates_U+1D11E.json": false,
        "i_string_iso_latin_1.json": false,
        "i_string_lone_second_surrogate.json": false,
        "i_string_lone_utf8_continuation_byte.json": false,
        "i_string_not_in_unicode_range.json": false,
        "i_string_overlong_sequence_2_bytes.json": false,
        "i_string_overlong_sequence_6_bytes.json": false,
        "i_string_overlong_sequence_6_bytes_null.json": false,
        "i_string_truncated-utf-8.json": false,
        "i_string_utf16BE_no_BOM.json": false,
        "i_string_utf16LE_no_BOM.json": false,
        "i_structure_500_nested_arrays.json": false,
        "i_structure_UTF-8_BOM_empty_object.json": false,
    ]
}
