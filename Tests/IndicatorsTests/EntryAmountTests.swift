import Kernel
import Testing

@testable import Indicators

@Suite("A figure as it is typed")
struct EntryAmountTests {
  struct Case: CustomTestStringConvertible {
    let kind: FigureKind
    let texts: AmountInput.Texts
    let value: String?
    let refused: String?

    var testDescription: String { "\(kind.rawValue) \(texts)" }

    init(
      _ kind: FigureKind, _ value: String, _ counted: String = "", of base: String = "",
      gives: String? = nil, refused: String? = nil
    ) {
      self.kind = kind
      texts = .init(value: value, numerator: counted, denominator: base)
      self.value = gives
      self.refused = refused
    }
  }

  static let cases = [
    Case(.count, "34", gives: "34"), Case(.count, "1,041", gives: "1041"), Case(.count, ""),
    Case(.count, "0", gives: "0"),
    Case(.count, "1,04", refused: "Enter a number in digits"),
    Case(.count, "nan", refused: "Enter a number in digits"),
    Case(.count, "inf", refused: "Enter a number in digits"),
    Case(.count, "1e5", refused: "Enter a number in digits"),
    Case(.count, "twelve", refused: "Enter a number in digits"),
    Case(.count, "1000000000", refused: "Enter a number in digits"),
    Case(.count, "-3", refused: "not below nought"),
    Case(.count, "3.5", refused: "whole number"),
    Case(.count, "34%", refused: "without a percent sign"),
    Case(.percentage, "69%", gives: "69"), Case(.percentage, "69 %", gives: "69"),
    Case(.percentage, "69.5", gives: "69.5"), Case(.percentage, "101", refused: "more than 100%"),
    Case(.percentage, "", "12", of: "48", gives: "25"),
    Case(.percentage, "25", "12", of: "48", gives: "25"),
    Case(.percentage, "33.3", "1", of: "3", gives: "33.333333"),
    Case(.percentage, "26", "12", of: "48", refused: "The two numbers give 25"),
    Case(.percentage, "", "49", of: "48", refused: "more than what it is out of"),
    Case(.percentage, "", "12", of: "0", refused: "more than nought"),
    Case(.percentage, "", "12", refused: "what it is out of too"),
    Case(.percentage, "", "", of: "48", refused: "the number counted too"),
    Case(.percentage, "", "12%", of: "48", refused: "without a percent sign"),
    Case(.rate, "", "71", of: "2,000", gives: "35.5"),
    Case(.level, "-4.2", gives: "-4.2"),
  ]

  @Test("is read, or refused with what to do", arguments: cases)
  func reads(one: Case) {
    let input = AmountInput(kind: one.kind, hasBase: one.kind != .count)
    do throws(AmountInput.Wrong) {
      let amount = try input.read(one.texts)
      #expect(one.refused == nil)
      #expect(amount?.value.description == one.value)
    } catch {
      let words = one.refused ?? "nothing"
      #expect(error.message.contains(words), "\(error.message)")
    }
  }

  @Test(
    "is shown as it is read",
    arguments: [("1041", "1,041"), ("-1234567.5", "-1,234,567.5"), ("0", "0"), ("999", "999")])
  func grouped(plain: String, shown: String) throws {
    let figure = try #require(Figure(plain))
    #expect(AmountInput.grouped(figure) == shown)
    #expect(Figure(shown) == figure)
  }

  @Test(
    "that two people change is kept apart from one that only one did",
    arguments: [
      ("34", "34", "34", FieldFate.same), ("35", "34", "34", .changed("35")),
      ("34", "34", "36", .same), ("35", "34", "35", .same),
      ("35", "34", "36", .conflict(mine: "35", theirs: "36")),
      ("a \r\nb ", "a", "a", .changed("a\nb")),
    ])
  func fate(posted: String, opened: String, current: String, fate: FieldFate) {
    #expect(FieldFate(posted: posted, seen: Digest.mark(opened), current: current) == fate)
  }

  @Test(
    "is due by month, by quarter, or with the last quarter of its year",
    arguments: [
      (Definition.Frequency.month, "2026/27 Q2", ["2026-07", "2026-08", "2026-09"]),
      (.quarter, "2026/27 Q2", ["2026/27 Q2"]), (.year, "2026/27 Q2", []),
      (.year, "2026/27 Q4", ["2026/27"]), (.month, "2026-08", ["2026-08"]),
      (.quarter, "2026/27", ["2026/27 Q1", "2026/27 Q2", "2026/27 Q3", "2026/27 Q4"]),
    ])
  func due(frequency: Definition.Frequency, period: String, expected: [String]) {
    #expect(frequency.periods(of: Sample.period(period)).map(\.description) == expected)
  }
}
