internal import Database
internal import Kernel
internal import Partnership

/// Names and contacts of the person themselves in the records found to be theirs: those stay.
struct AccessOwn {
  let services: Services

  func known(_ records: [AccessRecord], _ read: Read) throws -> [String] {
    let opened = try FoundPeople(keyring: services.keyring).open(
      records.map { ($0.kind, $0.record) }, read)
    var own = opened.flatMap(\.names)
    for record in records where record.kind == .reporter {
      guard let report = try ReportStore(services).find(ID(record.record), read) else { continue }
      let reporter = try ReportStore(services).details(report, read).reporter
        .reveal(for: "what stays of one's own data")
      own += [reporter.phone, reporter.email]
    }
    return own.filter { !$0.isEmpty }
  }
}
