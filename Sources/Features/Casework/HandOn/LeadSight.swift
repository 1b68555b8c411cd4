internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// An organisation that leads a case sees whom to tell, so nobody is added whom it would not see.
enum LeadSight {
  /// Refuses reports for a case that another organisation leads where one of their reporters asked not
  /// to be named, and says what to do.
  static func check(
    _ file: CaseFile, taking reports: [Report], field: String, _ services: Services, _ read: Read
  ) throws {
    guard let lead = file.lead, reports.contains(where: { $0.identity != .named }) else { return }
    let name = try services.people.agencies(read).first { $0.id == lead }?.name
    throw Refusal(
      field,
      "\(name ?? "Another organisation") leads \(file.reference) and sees only reporters who gave "
        + "their names: take the lead back first")
  }
}
