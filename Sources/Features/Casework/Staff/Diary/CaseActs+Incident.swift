internal import Database
internal import Kernel
internal import Partnership

extension CaseActs {
  /// It happened again: a line of the diary, and the risk is looked at anew.
  func incident(in write: Write) throws {
    let incident = try IncidentForm(form, at: visit.now)
    let entry = try tell(
      .incident, "\(incident.occasion.words): \(incident.words)", CaseChange(), in: write)
    try CaseIncidents(keyring: visit.services.keyring).keep(
      incident.occasion, as: entry, of: file.id, in: write)
    if incident.isKept { try KeptEntries.keep(entry, in: write) }
    try risks.incident(on: file.id, at: visit.now, in: write)
  }
}
