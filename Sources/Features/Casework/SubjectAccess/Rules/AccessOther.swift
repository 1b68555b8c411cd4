internal import Database
internal import Kernel
internal import Partnership

/// A record of another feature that is about whoever asks, such as an order.
struct AccessOther: Hashable, Sendable {
  /// The kind of its source.
  let kind: String
  let record: Int64

  /// As a form sends it, such as `order-12`.
  var code: String { "\(kind)-\(record)" }

  init(kind: String, record: Int64) {
    self.kind = kind
    self.record = record
  }

  /// A code whose source there is.
  init?(_ code: String, _ sources: [PersonalData]) {
    let parts = code.split(separator: "-")
    guard parts.count == 2, let record = Int64(parts[1]),
      sources.contains(where: { $0.kind == parts[0] })
    else { return nil }
    self.init(kind: String(parts[0]), record: record)
  }
}

/// What is about whoever asks: people and reports here, records of other features.
struct AccessChoice: Sendable {
  var records: [AccessRecord] = []
  var others: [AccessOther] = []

  var count: Int { records.count + others.count }
  var codes: [String] { records.map(\.code) + others.map(\.code) }

  init(records: [AccessRecord] = [], others: [AccessOther] = []) {
    self.records = records
    self.others = others
  }

  /// The records of codes; those that mean nothing are left out.
  init(_ codes: [String], _ sources: [PersonalData]) {
    records = codes.compactMap(AccessRecord.init)
    others = codes.compactMap { AccessOther($0, sources) }
  }
}

/// What other features keep about whoever asks.
struct AccessOthers {
  let services: Services

  /// Records that may be about somebody of the names of a request.
  func find(
    _ request: AccessRequest, _ read: Read
  ) throws -> [(other: AccessOther, found: PersonalData.Found)] {
    let content = request.content.reveal(for: "looking for whom a request is about")
    let names = [content.name, content.otherNames].filter { !$0.isEmpty }
    var found: [(other: AccessOther, found: PersonalData.Found)] = []
    for source in services.personalData {
      for name in names {
        for one in try source.find(Sensitive(name), services, read) {
          let other = AccessOther(kind: source.kind, record: one.id)
          if !found.contains(where: { $0.other == other }) { found.append((other, one)) }
        }
      }
    }
    return found
  }

  /// The chosen records that are still there.
  func records(
    _ chosen: [AccessOther], _ read: Read
  ) throws -> [(other: AccessOther, record: PersonalRecord)] {
    var found: [(other: AccessOther, record: PersonalRecord)] = []
    for other in chosen {
      let source = services.personalData.first { $0.kind == other.kind }
      if let record = try source?.record(other.record, services, read) {
        found.append((other, record))
      }
    }
    return found
  }
}

extension PersonalRecord {
  /// Its things as items: what they told or were told is given, the rest waits for a person.
  func items(of other: AccessOther) -> [AccessItem] {
    things.map { thing in
      AccessItem(
        key: "\(other.kind)/\(other.record)/\(thing.key)", source: title, title: thing.title,
        day: thing.day,
        lines: thing.lines.map { line in
          AccessItem.Line(
            heading: line.heading, words: line.words.reveal(for: "a request for one's own data"))
        }.filter { !$0.words.isEmpty },
        standing: thing.isTheirs ? .given : .open)
    }.filter { !$0.lines.isEmpty }
  }
}
