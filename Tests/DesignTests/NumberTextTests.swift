import Design
import Testing

@Suite("Numbers in words")
struct NumberTextTests {
  @Test(
    "whole numbers have commas and a true minus",
    arguments: [
      (0, "0"), (7, "7"), (999, "999"), (1041, "1,041"), (-12, "−12"), (-14_768, "−14,768"),
      (1_200_000, "1,200,000"), (Int.min, "−9,223,372,036,854,775,808"),
    ])
  func whole(value: Int, text: String) { #expect(NumberText.whole(value) == text) }

  @Test(
    "changes of counts carry their sign", arguments: [(265, "+265"), (-141, "−141"), (0, "0")])
  func change(value: Int, text: String) { #expect(NumberText.change(value) == text) }

  @Test(
    "changes in per cent have two decimals, half away from nought",
    arguments: [
      (-4.166666666666667, "−4.17%"), (508.1712062256809, "+508.17%"),
      (34.14948453608247, "+34.15%"),
      (-0.9457374740089879, "−0.95%"), (12.465846994535519, "+12.47%"), (0.005, "+0.01%"),
      (-0.005, "−0.01%"), (1.005, "+1.01%"), (0.0049, "0.00%"), (-0.0049, "0.00%"), (-0.0, "0.00%"),
      (99.995, "+100.00%"), (-999.995, "−1,000.00%"), (1e-7, "0.00%"),
      (5e20, "+500,000,000,000,000,000,000.00%"),
      (.infinity, "not a number%"),
    ])
  func percentChange(value: Double, text: String) {
    #expect(NumberText.percentChange(value) == text)
  }

  @Test(
    "decimals are fixed",
    arguments: [
      (34.01, 2, "34.01"), (2.5, 0, "3"), (-2.5, 0, "−3"), (0.5, 0, "1"), (0.4, 0, "0"),
      (9.96, 1, "10.0"),
      (1234.5, 2, "1,234.50"), (0.05, 1, "0.1"), (3, 1, "3.0"), (0.001, 3, "0.001"),
    ])
  func decimal(value: Double, places: Int, text: String) {
    #expect(NumberText.decimal(value, places: places) == text)
  }

  @Test("shares are per cent and their changes points")
  func shares() {
    #expect(NumberText.percent(69) == "69%")
    #expect(NumberText.percent(24.4, places: 1) == "24.4%")
    #expect(NumberText.points(2) == "+2.0 points")
    #expect(NumberText.points(-1) == "−1.0 point")
  }
}
