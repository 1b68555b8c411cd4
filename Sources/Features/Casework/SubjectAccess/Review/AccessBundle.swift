internal import Documents
internal import FoundationEssentials
internal import Kernel
internal import Markup

/// What somebody is given, as it was on the day.
struct AccessBundle: Codable, Equatable, Sendable {
  struct Part: Codable, Equatable, Sendable {
    let source: String
    let title: String
    let day: String?
    let lines: [AccessItem.Line]
    /// How many passages are struck out, and why.
    let struck: Int
  }

  /// What is left out of a record; it says of what kind nothing more than why.
  struct Left: Codable, Equatable, Sendable {
    let source: String
    let reason: LeavingReason
    let count: Int
  }

  let partnership: String
  let reference: String
  let regime: AccessRegime
  let name: String
  let received: String
  let given: String
  let parts: [Part]
  let left: [Left]

  init(_ request: AccessRequest, _ review: AccessReview, partnership: String, on day: Day) {
    self.partnership = partnership
    reference = request.reference.description
    regime = request.regime
    name = request.content.reveal(for: "what somebody is given").name
    received = request.receivedOn.description
    given = day.description
    parts = review.items.filter { $0.outcome == .given }.map { one in
      Part(
        source: one.item.source, title: one.item.title, day: one.item.day?.description,
        lines: one.lines, struck: one.struckByRule + one.struckByChoice)
    }
    var counts: [String: [LeavingReason: Int]] = [:]
    for one in review.items {
      if case .left(let reason) = one.outcome {
        counts[one.item.source, default: [:]][reason, default: 0] += 1
      }
    }
    left = counts.sorted { $0.key < $1.key }.flatMap { source, reasons in
      reasons.sorted { $0.key.rawValue < $1.key.rawValue }.map { reason, count in
        Left(source: source, reason: reason, count: count)
      }
    }
  }

  /// The ZIP file: a page that reads well, and the same as JSON.
  func file(at moment: Instant) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return try ZIPFile.bytes(
      [
        .init("\(reference).html", AccessDocument(bundle: self).rendered()),
        .init("\(reference).json", Array(try encoder.encode(self))),
      ], at: moment)
  }
}
