internal import Database
internal import Kernel
internal import Partnership

extension AccessCaseItems {
  /// Others than its parties who received something of the case.
  func shares(_ read: Read) throws -> [AccessItem] {
    let agencies = try services.people.agencies(read)
    let parties = try PartyStore(services).parties(of: file.id, read)
    let others = try services.shares.about(file.reference, read).filter { share in
      !parties.contains { $0.share == share.reference }
    }
    return others.map { one in
      let name = one.outside?.reveal(for: "a request for one's own data")
      return item(
        "share/\(one.reference)", "A recipient of what the case holds",
        [("Recipient", name ?? agencies.first { $0.id == one.organisation }?.name ?? "")], .open,
        London.day(one.since))
    }
  }
}
