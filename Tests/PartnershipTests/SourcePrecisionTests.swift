import Testing

@testable import Partnership

@Suite("What a source's precision bears")
struct SourcePrecisionTests {
  private static let exact = SourcePrecision(place: .exact, time: .minute)
  private static let days = SourcePrecision(place: .exact, time: .day)
  private static let areas = SourcePrecision(place: .area, time: .month)

  @Test(
    "is this table",
    arguments: [
      (exact, .grid(cell: 50), true), (.policeUK, .grid(cell: 500), true),
      (.policeUK, .grid(cell: 499.9), false), (areas, .grid(cell: 5_000), false),
      (exact, .density(reach: 50), true), (.policeUK, .density(reach: 300), true),
      (.policeUK, .density(reach: 299.9), false), (.policeUK, .clusters(reach: 299.9), false),
      (.policeUK, .clusters(reach: 300), true), (areas, .clusters(reach: 900), false),
      (exact, .nearRepeat, true), (days, .nearRepeat, true), (.policeUK, .nearRepeat, false),
      (SourcePrecision(place: .snapped, time: .day), .nearRepeat, false),
      (exact, .sameAddress, true), (.policeUK, .sameAddress, false), (areas, .sameAddress, false),
      (exact, .hours, true), (days, .hours, false), (.policeUK, .hours, false),
      (days, .weeklyPrediction, true), (.policeUK, .weeklyPrediction, false),
      (areas, .weeklyPrediction, false),
    ] as [(SourcePrecision, Analysis, Bool)])
  func table(precision: SourcePrecision, analysis: Analysis, isBorne: Bool) {
    #expect((precision.refusal(of: analysis) == nil) == isBorne)
  }

  @Test("is told for help and pages, each refusal with its reason")
  func told() {
    #expect(Self.exact.refused.isEmpty)
    #expect(
      SourcePrecision.policeUK.refused.map(\.analysis)
        == [
          "Near repeats", "Repeat addresses", "Hours and weekdays", "Counts by week",
          "Prediction by week",
        ])
    #expect(Self.areas.refused.first?.reason == "The source gives areas, not points")
    let dated = SourcePrecision(place: .area, time: .day)
    #expect(dated.refusal(of: .nearRepeat) == "The source gives areas, not points")
  }
}
