internal import Database
internal import Kernel
internal import Messages
internal import Partnership
internal import Secrets

/// What is kept of one report, for who made it or who is named in it.
struct AccessReportItems {
  let services: Services
  let report: Report

  private var key: String { "report/\(report.reference)" }
  private var source: String { "Report \(report.reference)" }

  func items(isReporter: Bool, isSubject: Bool, _ read: Read) throws -> [AccessItem] {
    let store = ReportStore(services)
    let details = try store.details(report, read)
    let (reporter, subject) = (
      details.reporter.reveal(for: "a request for one's own data"),
      details.subject.reveal(for: "a request for one's own data")
    )
    var items = [head]
    if isReporter {
      items.append(item("story", "What you told us", rows(ReportRows.story(details)), .given))
      items.append(
        item("you", "What you told us of yourself", rows(ReportRows.reporter(details)), .given))
    } else {
      items.append(item("story", "What was told of you", rows(ReportRows.story(details)), .open))
      items.append(item("you", "Who reported it", rows(ReportRows.reporter(details)), .left))
    }
    if !subject.isEmpty {
      let words = isSubject ? "How you were described" : "Who you said did it"
      items.append(item("subject", words, rows(ReportRows.subject(details)), .open))
    }
    items += try rest(isReporter, read)
    let others =
      (isReporter ? [] : [reporter.name, reporter.phone, reporter.email])
      + (isSubject ? [] : [subject.name, subject.vehicle])
    return items.map { item in
      var item = item
      item.others = others.filter { !$0.isEmpty }
      return item
    }
  }

  private var head: AccessItem {
    item(
      "head", "The report",
      [
        .init(heading: "What", words: report.kind.title),
        .init(heading: "Received", words: London.words(report.receivedAt)),
        .init(heading: "State", words: report.state.title),
      ], .given)
  }

  /// Its story, letters, files and answers, which only the reporter wrote or was sent.
  private func rest(_ isReporter: Bool, _ read: Read) throws -> [AccessItem] {
    let standing: AccessItem.Standing = isReporter ? .given : .left
    let events = try ReportEvents(sealing: ReportStore(services).sealing).of(report.id, read)
    var items = events.filter { $0.kind != .received }.map { event in
      item(
        "event/\(event.id)", event.kind.staffTitle,
        [.init(heading: "Words", words: event.words.reveal(for: "a request for one's own data"))],
        isReporter && !event.isPublic ? .open : standing, London.day(event.at))
    }
    for file in try EvidenceStore(services).of(report.id, read) where file.state != .deleted {
      var one = item(
        "file/\(file.id)", isReporter ? "A file you gave" : "A file of the report",
        [.init(heading: "File", words: file.words)], file.addedBy == nil ? standing : .open,
        London.day(file.addedAt))
      one.file = AccessFile(file, isOwn: isReporter && file.addedBy == nil)
      items.append(one)
    }
    for message in try services.outbox.messages(about: "report/\(report.reference)", in: read) {
      let words = try services.outbox.words(of: message.id, in: read)?.body
        .reveal(for: "a request for one's own data")
      items.append(
        item(
          "letter/\(message.id)", message.title,
          [.init(heading: "Letter", words: words ?? "It was sent; its words are no longer kept")],
          isReporter ? .open : .left, London.day(message.created)))
    }
    items += try decision(read)
    if let answers = try SurveyStore(keyring: services.keyring).answers(report.id, read) {
      items.append(item("survey", "How satisfied you were", rows(answers.rows), standing))
    }
    return items
  }

  /// What was decided about it, with the reason an officer wrote.
  private func decision(_ read: Read) throws -> [AccessItem] {
    guard let decided = try DecidedReport.of(report.id, services, read) else { return [] }
    return [
      item(
        "decision", "What was decided about it",
        [
          .init(heading: "Decision", words: decided.decision.title),
          .init(
            heading: "Reason", words: decided.reason.reveal(for: "a request for one's own data")),
        ], .open, London.day(decided.at))
    ]
  }

  private func rows(_ rows: [ReportRows.Row]) -> [AccessItem.Line] {
    rows.map { AccessItem.Line(heading: $0.key, words: $0.value) }
  }

  private func item(
    _ part: String, _ title: String, _ lines: [AccessItem.Line], _ standing: AccessItem.Standing,
    _ day: Day? = nil
  ) -> AccessItem {
    AccessItem(
      key: "\(key)/\(part)", source: source, title: title, day: day, lines: lines,
      standing: standing)
  }
}
