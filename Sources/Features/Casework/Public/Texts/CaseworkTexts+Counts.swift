internal import Kernel
internal import Partnership

extension CaseworkTexts {
  /// How many reports come in; what stands in a drawing itself is in the table below it, in words.
  static let counts = PublicTexts(
    "counts", "Reports by ward and month", at: ["report/counts"],
    [
      ReportCountsPage.title, "Report",
      "How many reports we were sent. No report can be told from these figures.", "Reports",
      "Breadcrumb", "Not shown", "Not supplied", "No month has been counted yet.",
      "Reports by month", "All wards",
      "All wards. The axis starts at {number}.", "See the figures as a table", "Month",
      "By ward, the latest months", "Reports by ward", "Ward", "Reports by ward, {date}",
      ReportCountsPage.mapNote, "All alike", "Under {number}", "{number} or more",
      "{number} to under {number2}", "About these figures",
    ] + ReportCountsPage.about
      + (0..<12).map { String(Month(index: $0).short.prefix(3)) })
}
