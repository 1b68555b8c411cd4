internal import Database
internal import Kernel
internal import Partnership

/// What sharing keeps about somebody who asks for it: by what a share or a request says, and by whom it
/// went to or came from.
///
/// Shares of a case are accounted for with the case. The others are read one after the other, the latest
/// first: their words are sealed, and few of them name anybody. Somebody reads each before it is given.
enum SharingPersonalData {
  static let sources = [
    PersonalData(kind: "share", find: shares, record: share),
    PersonalData(kind: "datarequest", find: requests, record: request),
  ]

  /// The most records that are read for one name, and the most that are offered.
  static let mostRead = 5000
  private static let most = 50

  /// Those about no case, and those that went to somebody outside.
  static let sharesQuery: SQL = """
    SELECT \(ShareRecord.columns) FROM sharing_share s
    WHERE s.organisation IS NULL OR s.about IS NULL ORDER BY s.id DESC LIMIT \(mostRead)
    """
  static let requestsQuery: SQL = """
    SELECT \(DataRequest.columns) FROM sharing_request r ORDER BY r.id DESC LIMIT \(mostRead)
    """

  @Sendable
  private static func shares(
    _ name: Sensitive<String>, _ services: Services, _ read: Read
  ) throws -> [PersonalData.Found] {
    try ShareStore(services).some(sharesQuery, read).compactMap { record in
      let content = record.content
      return try found(
        name, record.id.rawValue, recipient: content.outside,
        [content.purpose, content.necessity, content.ending], "Share \(record.share.reference)",
        path: SharingRoute.share(record.share.reference).path)
    }.prefix(most).map(\.self)
  }

  @Sendable
  private static func requests(
    _ name: Sensitive<String>, _ services: Services, _ read: Read
  ) throws -> [PersonalData.Found] {
    try RequestStore(services).some(requestsQuery, read).compactMap { request in
      let content = request.content.reveal(for: "finding what is kept about somebody")
      return try found(
        name, request.id.rawValue, recipient: content.asker, [content.wanted, content.answer],
        "Request for data \(request.reference)", path: SharingRoute.request(request.reference).path)
    }.prefix(most).map(\.self)
  }

  /// A record in which every word of a name stands, in who it went to or in what was written.
  private static func found(
    _ name: Sensitive<String>, _ id: Int64, recipient: String, _ texts: [String], _ title: String,
    path: String
  ) throws -> PersonalData.Found? {
    let wanted = NameTokens.words(name)
    guard !wanted.isEmpty else { return nil }
    let isRecipient = wanted.isSubset(of: NameTokens.words(Sensitive(recipient)))
    let isNamed = texts.contains { wanted.isSubset(of: NameTokens.words(Sensitive($0))) }
    guard isRecipient || isNamed else { return nil }
    return PersonalData.Found(
      id: id, name: isRecipient ? Sensitive(recipient) : name, born: Sensitive(nil), title: title,
      path: path)
  }

  @Sendable
  private static func share(
    _ id: Int64, _ services: Services, _ read: Read
  ) throws -> PersonalRecord? {
    let record = try ShareStore(services).some(
      "SELECT \(ShareRecord.columns) FROM sharing_share s WHERE s.id = \(id)", read
    ).first
    guard let record else { return nil }
    let (content, share) = (record.content, record.share)
    let agency = try services.people.agencies(read).first { $0.id == share.organisation }
    return PersonalRecord(
      title: "Share \(share.reference)", name: Sensitive(content.outside),
      things: [
        PersonalRecord.Thing(
          "share", "Something that was shared", day: London.day(share.since),
          lines: lines([
            ("Recipient", agency?.name ?? content.outside), ("What for", content.purpose),
            ("Why it was needed", content.necessity),
            ("What was shared", share.terms.fields.map(\.title).joined(separator: "; ")),
            (
              "Grounds in law",
              share.terms.grounds.map { "\($0.title) (\($0.section))" }.joined(separator: "; ")
            ),
            ("Last day", share.lastDay.words), ("Why it ended", content.ending),
          ]), isTheirs: false)
      ])
  }

  @Sendable
  private static func request(
    _ id: Int64, _ services: Services, _ read: Read
  ) throws -> PersonalRecord? {
    let request = try RequestStore(services).some(
      "SELECT \(DataRequest.columns) FROM sharing_request r WHERE r.id = \(id)", read
    ).first
    guard let request else { return nil }
    let content = request.content.reveal(for: "a request for one's own data")
    let agency = try services.people.agencies(read).first { $0.id == request.organisation }
    return PersonalRecord(
      title: "Request for data \(request.reference)", name: Sensitive(content.asker),
      things: [
        PersonalRecord.Thing(
          "request", "A request for data", day: request.receivedOn,
          lines: lines([
            ("Who asked", agency?.name ?? content.asker), ("What for", request.kind.title),
            ("What was asked", content.wanted), ("Outcome", request.outcome?.title ?? ""),
            ("What was answered", content.answer),
          ]), isTheirs: false)
      ])
  }

  private static func lines(
    _ lines: [(String, String)]
  ) -> [(heading: String, words: Sensitive<String>)] {
    lines.map { (heading: $0.0, words: Sensitive($0.1)) }
  }
}
