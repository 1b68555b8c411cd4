internal import Access
internal import Database
internal import Geography
internal import HTTP
internal import Kernel
internal import Partnership

/// Tag of ids of interventions.
enum InterventionTag {}

/// Something that was done at a place, with the surroundings and the control stated for judging it.
///
/// It is stated once and not changed: another statement is another record.
struct Intervention: Equatable, Sendable {
  let name: String
  /// The source and kind of events it is judged by.
  let source: String
  let category: String?
  /// The months it ran, both included.
  let months: ClosedRange<Month>
  let target: StatedArea
  /// How far round the target something may have moved to, metres.
  let buffer: Double
  let control: StatedArea
  let account: ID<Account>?
  let statedAt: Instant

  static let buffers = 50.0...5_000.0

  /// The same months of the year before, or of as many whole years before as it is long.
  var before: ClosedRange<Month> {
    let back = (months.count + 11) / 12 * 12
    return months.lowerBound.adding(months: -back)...months.upperBound.adding(months: -back)
  }

  /// Whether it was stated before it began, so that nothing was chosen by its result.
  var isStatedBefore: Bool { London.day(statedAt) < months.lowerBound.firstDay }

  /// Throws what makes it unfit to be judged, by field.
  func check(_ source: EventSource, span: ClosedRange<Month>) throws(Refusal) {
    var refused: [Refusal.Entry] = []
    func refuse(_ field: String, _ message: String) {
      refused.append(.init(field: field, message: message))
    }
    if !Self.buffers.contains(buffer) {
      refuse("buffer", "Enter from 50 to 5000 metres")
    } else if let reason = source.precision.refusal(of: .clusters(reach: buffer)) {
      refuse("buffer", reason)
    }
    for (field, area) in [("target", target), ("control", control)] {
      if let reason = source.precision.refusal(of: .grid(cell: area.shape.area.squareRoot())) {
        refuse(field, "\(reason). This area is smaller")
      }
    }
    if target.shape.distance(to: control.shape) <= buffer {
      refuse("control", "Choose a control further from the target than the buffer reaches")
    }
    if months.count > 36 { refuse("from", "Choose 36 months or fewer") }
    if before.lowerBound < span.lowerBound {
      refuse(
        "from", "The source begins in \(span.lowerBound.words): the year before must be in it")
    }
    guard refused.isEmpty else { throw Refusal(refused) }
  }
}
