internal import Documents
internal import Kernel
internal import Partnership

/// What the public is shown of every month, as a file.
struct RecordedTable {
  let source: CountSource
  let months: [PublicMonth]
  let areas: [Area]
  let today: Day

  static let hidden = "1 to 4, or withheld to protect one"

  /// A row for each month, ward and kind, totals among them, each with its source and lag.
  var csv: [UInt8] {
    let names = Dictionary(areas.map { ($0.code, $0.name) }) { first, _ in first }
    var csv = CSVWriter()
    csv.row(
      [
        "Month", "Ward", "Ward name", "Kind", "Count", "Why no count", "Edition of wards", "Source",
        "Latest month of the source", "Months behind", "As of", "Made on",
      ].map { .text($0) })
    guard let latest = months.first else { return csv.bytes }
    let lag = SourceLag(of: latest.month, on: today).months
    for month in months where month.isSafe {
      for cell in rows(month) {
        let isAll = cell.ward == PublicMonth.all
        csv.row([
          .text(month.month.description), .text(cell.ward),
          .text(isAll ? "All wards" : names[cell.ward] ?? ""),
          .text(cell.category == PublicMonth.all ? total : cell.category),
          cell.count.map { .integer($0) } ?? .empty, .text(cell.count == nil ? Self.hidden : ""),
          .integer(month.edition), .text(source.title),
          .text(latest.month.description), .integer(lag), .text(month.asOf.description),
          .text(today.description),
        ])
      }
    }
    return csv.bytes
  }

  private var total: String { source.mapping == nil ? "All crimes" : "All kinds" }

  /// The counts of a month; of the police's files the total of a ward is that of its crimes.
  private func rows(_ month: PublicMonth) -> [PublicCell] {
    guard source.mapping == nil else { return month.cells }
    let wards = Dictionary(grouping: month.cells, by: \.ward)
    return month.cells.map { cell in
      guard cell.category == PublicMonth.all else { return cell }
      return PublicCell(
        ward: cell.ward, category: cell.category,
        count: RecordedCount.crime.value(wards[cell.ward] ?? []), reason: nil)
    }
  }
}
