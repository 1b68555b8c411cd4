internal import Kernel
internal import Partnership

/// What a page of recorded incidents shows: one ward, or all together.
struct RecordedModel {
  let source: CountSource
  /// The other sources that are shown.
  let others: [CountSource]
  /// `nil` for all wards together.
  let ward: Area?
  /// The months that are shown, the earliest first.
  let months: [PublicMonth]
  /// The counts of the ward or of all, by month.
  let cells: [Month: [PublicCell]]
  /// The counts of each ward in the latest month; none on the page of one ward.
  let wards: [(area: Area, cells: [PublicCell])]
  /// The outlines of the wards, for the map; none on the page of one ward.
  let shapes: [ShapedArea]
  let today: Day

  /// The source as addresses name it.
  var sourceKey: String? { source.mapping == nil ? nil : source.key }

  /// What the page is called.
  var title: String {
    let whole = source.mapping == nil ? "Recorded crime and anti-social behaviour" : source.title
    return ward.map { "\(whole) in \($0.name)" } ?? whole
  }

  /// The latest month that is shown.
  var latest: PublicMonth? { months.last }

  /// What is counted, each apart.
  var counts: [RecordedCount] { RecordedCount.of(source) }

  /// A count of a month; `nil` where it is hidden or the month is not there.
  func value(_ count: RecordedCount, in month: Month) -> Int? {
    cells[month].flatMap(count.value)
  }

  /// The kinds of the latest month, in the order of the alphabet.
  var kinds: [String] {
    (latest.flatMap { cells[$0.month] } ?? []).map(\.category).filter { $0 != PublicMonth.all }
  }

  /// The count of a kind in a month.
  func cell(_ kind: String, in month: Month) -> PublicCell? {
    cells[month]?.first { $0.category == kind }
  }

  /// The latest three.
  var recent: [PublicMonth] { Array(months.suffix(3)) }
}
