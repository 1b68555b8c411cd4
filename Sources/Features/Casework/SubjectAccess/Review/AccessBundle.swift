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
    /// Where the file it is about lies in the ZIP, or why it does not; `nil` where there is none.
    let file: String?
  }

  /// A file that goes along.
  struct File: Codable, Equatable, Sendable {
    let evidence: Int64
    let name: String
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
  /// Those that go along; what was released before files did has none.
  let files: [File]?

  init(_ request: AccessRequest, _ review: AccessReview, partnership: String, on day: Day) {
    self.partnership = partnership
    reference = request.reference.description
    regime = request.regime
    name = request.content.reveal(for: "what somebody is given").name
    received = request.receivedOn.description
    given = day.description
    var (files, room): ([File], Int) = ([], AccessCopies.mostBytes)
    parts = review.items.filter { $0.outcome == .given }.map { one in
      var place: String?
      if let file = one.file, file.size > room {
        place = "It is too large for this ZIP and is given to you apart"
      } else if let file = one.file {
        let name = "files/\(files.count + 1).\(file.ending)"
        files.append(File(evidence: file.id.rawValue, name: name))
        (place, room) = ("In this ZIP: \(name)", room - file.size)
      }
      return Part(
        source: one.item.source, title: one.item.title, day: one.item.day?.description,
        lines: one.lines, struck: one.struckByRule + one.struckByChoice, file: place)
    }
    self.files = files
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

  /// The ZIP file: a page that reads well, the same as JSON, and the files that go along.
  func file(at moment: Instant, files: [ZIPFile.Entry] = []) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return try ZIPFile.bytes(
      [
        .init("\(reference).html", AccessDocument(bundle: self).rendered()),
        .init("\(reference).json", Array(try encoder.encode(self))),
      ] + files, at: moment)
  }
}
