internal import Database
internal import Kernel
internal import Messages
internal import Partnership

/// What case reviews keep about somebody who asks for it: who asked for one, and for whom it was asked.
///
/// Applications are sealed and have no hashes of names, so the latest are read one after the other. What
/// they told and were told is theirs; where one spoke for another, somebody reads it first, as all that
/// others wrote.
enum ReviewPersonalData {
  static let source = PersonalData(kind: "review", find: find, record: record)

  /// The most applications that are read for one name, and the most that are offered.
  static let mostRead = 5000
  private static let most = 50
  private static let reason: StaticString = "a request for one's own data"

  static let query: SQL = """
    SELECT \(CaseReviewStore.columns) FROM case_review v
    JOIN case_review_request q ON q.id = v.request
    ORDER BY v.applied_on DESC, v.request DESC LIMIT \(mostRead)
    """

  @Sendable
  private static func find(
    _ name: Sensitive<String>, _ services: Services, _ read: Read
  ) throws -> [PersonalData.Found] {
    let wanted = NameTokens.words(name)
    guard !wanted.isEmpty else { return [] }
    let store = CaseReviewStore(services)
    var found: [PersonalData.Found] = []
    for review in try CaseReviewStore.reviews(query, read) where found.count < most {
      let request = try store.content(review, read).reveal(for: "finding whom it is about")
      let own = request.names.first { wanted.isSubset(of: NameTokens.words(Sensitive($0))) }
      guard let own else { continue }
      found.append(
        PersonalData.Found(
          id: review.id.rawValue, name: Sensitive(own), born: Sensitive(nil), title: title(review),
          path: ReportsRoute.review(review.reference).path))
    }
    return found
  }

  @Sendable
  private static func record(
    _ id: Int64, _ services: Services, _ read: Read
  ) throws -> PersonalRecord? {
    let store = CaseReviewStore(services)
    guard let review = try store.review(ID<CaseReviewRequest>(id), read) else { return nil }
    let request = try store.content(review, read).reveal(for: reason)
    let kept = CaseReviewRecords(keyring: services.keyring)
    let records = try kept.records(of: review.id, read)
    return PersonalRecord(
      title: title(review), name: Sensitive(request.isOnBehalf ? "" : request.name),
      subject: review.subject,
      things: [application(review, request), contact(request)]
        + (try kept.complaints(of: review.id, read).map { complaint($0, request) })
        + records.enumerated().map(written)
        + (try kept.recommendations(of: review.id, read).map(recommended))
        + (try letters(review, request, services, read)))
  }

  /// The contacts of those who asked for themselves: in what they are given those stay.
  static func contacts(
    _ chosen: [AccessOther], _ services: Services, _ read: Read
  ) throws -> [String] {
    let store = CaseReviewStore(services)
    return try chosen.filter { $0.kind == source.kind }.flatMap { other -> [String] in
      guard let review = try store.review(ID<CaseReviewRequest>(other.record), read) else {
        return []
      }
      let request = try store.content(review, read).reveal(for: reason)
      return request.isOnBehalf ? [] : [request.phone, request.email].filter { !$0.isEmpty }
    }
  }

  private static func title(_ review: CaseReview) -> String { "Case review \(review.reference)" }

  private static func application(
    _ review: CaseReview, _ request: CaseReviewRequest
  ) -> PersonalRecord.Thing {
    PersonalRecord.Thing(
      "application", "The application", day: review.appliedOn,
      lines: lines([
        ("Asked for", review.channel.title), ("State", review.state), ("Name", request.name),
        ("For whom", request.victim?.name ?? ""), ("Consent", request.victim?.words ?? ""),
        ("In their words", request.story), ("References they gave", request.references),
        ("Appeal", review.appealedOn?.words ?? ""),
        ("Opened on appeal", review.reopenedOn?.words ?? ""),
      ]), isTheirs: !request.isOnBehalf)
  }

  private static func contact(_ request: CaseReviewRequest) -> PersonalRecord.Thing {
    PersonalRecord.Thing(
      "contact", "How the applicant is reached",
      lines: lines([
        ("Telephone", request.phone), ("Email", request.email),
        ("Postal address", request.address ?? ""), ("Safe", request.contact?.summary ?? ""),
      ]), isTheirs: !request.isOnBehalf)
  }

  private static func complaint(
    _ complaint: ReviewComplaint, _ request: CaseReviewRequest
  ) -> PersonalRecord.Thing {
    let content = complaint.content.reveal(for: reason)
    return PersonalRecord.Thing(
      "complaint/\(complaint.id)", "A complaint it rests on",
      day: complaint.reported ?? complaint.behaviour,
      lines: lines([
        ("Made to", complaint.body.title), ("About", content.what),
        ("Reference", content.reference),
      ]), isTheirs: false)
  }

  private static func written(
    _ number: Int, _ record: ReviewRecord
  ) -> PersonalRecord.Thing {
    PersonalRecord.Thing(
      "record/\(number + 1)", record.kind.title, day: London.day(record.at),
      lines: lines(
        record.content.reveal(for: reason).lines.map { ($0.heading, $0.words) }),
      isTheirs: false)
  }

  private static func recommended(_ one: ReviewRecommendation) -> PersonalRecord.Thing {
    PersonalRecord.Thing(
      "recommendation/\(one.id)", "A recommendation", day: one.due,
      lines: lines([
        ("What is recommended", one.words.reveal(for: reason)),
        ("Answer", one.answer?.title ?? ""),
        ("In the body’s words", one.answerWords?.reveal(for: reason) ?? ""),
      ]), isTheirs: false)
  }

  /// Letters went to the applicant; where they spoke for another, somebody reads them first.
  private static func letters(
    _ review: CaseReview, _ request: CaseReviewRequest, _ services: Services, _ read: Read
  ) throws -> [PersonalRecord.Thing] {
    try services.outbox.messages(about: review.subject, in: read).map { message in
      let words = try services.outbox.words(of: message.id, in: read)?.body.reveal(for: reason)
      return PersonalRecord.Thing(
        "letter/\(message.id)", message.title, day: London.day(message.created),
        lines: lines([("Letter", words ?? "It was sent; its words are no longer kept")]),
        isTheirs: !request.isOnBehalf)
    }
  }

  private static func lines(
    _ lines: [(String, String)]
  ) -> [(heading: String, words: Sensitive<String>)] {
    lines.map { (heading: $0.0, words: Sensitive($0.1)) }
  }
}
