package import Access
import Kernel
package import Partnership
package import Secrets

extension Accounts {
  /// The directory other features name people and give duties through.
  package static func people(_ keyring: Keyring, _ audit: Audit) -> PeopleDirectory {
    let accounts = AccountStore(keyring: keyring)
    let duties = DutyStore()
    return PeopleDirectory(
      person: { id, read in try accounts.find(id, read)?.person },
      people: { roles, read in try accounts.people(roles, read) },
      agencies: { read in try OrganisationStore().all(read) },
      holders: { duty, subject, read in try duties.holders(duty, subject, read) },
      subjects: { duty, account, read in try duties.subjects(duty, account, read) },
      assign: { change, write in try duties.assign(change, audit, write) },
      release: { change, write in try duties.release(change, audit, write) },
      signingIn: { address, read in
        try EmailAddress(address).flatMap { try accounts.find($0, read)?.person }
      })
  }
}
