internal import Database
internal import Kernel
internal import Partnership

/// The references by which it is found what an application is about.
enum ReviewReferences {
  private static let reason: StaticString = "the cases of a review"

  /// Those the applicant gives and those of the complaints; a complaint that was taken out was one too.
  static func of(
    _ review: CaseReview, _ services: Services, _ read: Read
  ) throws -> [Reference] {
    let records = CaseReviewRecords(keyring: services.keyring)
    let request = try CaseReviewStore(services).content(review, read).reveal(for: reason)
    let complaints = try records.complaints(of: review.id, read)
    let takenOut = try records.records(of: review.id, only: .takenOut, read)
    let texts =
      [request.references, request.story]
      + complaints.map { $0.content.reveal(for: reason).reference }
      + takenOut.flatMap { $0.content.reveal(for: reason).lines.map(\.words) }
    return texts.flatMap { OwnReport.references(in: $0) }
  }
}
