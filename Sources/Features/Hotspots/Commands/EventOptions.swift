internal import Commands
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// The options by which commands say which events they are about.
enum EventOptions {
  static let arguments: [Argument] =
    sourceArguments + [
      .option("--from", value: "MONTH", "the first month, such as 2026-07"),
      .option("--to", value: "MONTH", "the last month, which is included"),
    ]

  static let sourceArguments: [Argument] = [
    .option("--source", value: "KEY", "the source of events; the first where it is not given"),
    .option("--category", value: "NAME", "one kind, in the source's words"),
  ]

  /// What there is to ask of the source named, or of the first.
  static func question(
    _ invocation: Invocation, _ services: Services, _ read: Read
  ) throws -> HotspotQuestion {
    let reader = HotspotReader(services: services)
    let key = invocation.option("--source")
    guard let source = try reader.source(key, read) else {
      guard let key else { throw HotspotProblem.noEvents }
      let known = try services.events(read).map(\.key).joined(separator: ", ")
      throw UsageError("--source: “\(key)” is none of \(known).", argument: "--source")
    }
    guard let question = try reader.question(source, read) else { throw HotspotProblem.noEvents }
    return question
  }

  static func category(
    _ invocation: Invocation, _ question: HotspotQuestion
  ) throws(UsageError) -> String? {
    guard let category = invocation.option("--category") else { return nil }
    guard question.categories.contains(category) else {
      throw UsageError(
        "--category: “\(category)” is no kind of the source.", argument: "--category")
    }
    return category
  }

  /// The months asked for; as many as usual where only one end is given.
  static func months(
    _ invocation: Invocation, usual: ClosedRange<Month>
  ) throws(UsageError) -> ClosedRange<Month> {
    let month = { (text: String) in Month(text) }
    let from = try invocation.option("--from", expected: "a month such as 2026-07", month)
    let to = try invocation.option("--to", expected: "a month such as 2026-09", month)
    let last = to ?? max(usual.upperBound, from ?? usual.upperBound)
    let first = from ?? last.adding(months: 1 - usual.count)
    guard first <= last else {
      throw UsageError("--to: \(last) is before --from \(first).", argument: "--to")
    }
    return first...last
  }

  /// The months and the kind asked for, the latest twelve months and all kinds where they are not.
  static func period(
    _ invocation: Invocation, _ question: HotspotQuestion
  ) throws(UsageError) -> (ClosedRange<Month>, String?) {
    let months = try months(invocation, usual: WardReader.usual(question))
    guard months.overlaps(question.span) else {
      throw UsageError("--to: \(HotspotParameters.beyond(question.span)).", argument: "--to")
    }
    return (months, try category(invocation, question))
  }

  /// Runs a check whose refusals name fields, which are options here.
  static func refusing<Result>(
    _ body: () throws(Refusal) -> Result
  ) throws(UsageError) -> Result {
    do { return try body() } catch {
      let first = error.entries[0]
      throw UsageError("--\(first.field): \(first.message).", argument: "--\(first.field)")
    }
  }
}
