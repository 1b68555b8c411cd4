import Access
import Kernel
import Partnership
import Testing

@testable import Casework

@Suite("Who may do what with reports")
struct PolicyTests {
  @Test("is one table of role and act", arguments: Role.all)
  func table(role: Role) {
    let rights: [Role: Set<CaseworkRight>] = [
      .administrator: [.configure, .readLaw, .changeLaw],
      .manager: [.list, .open, .take, .clear, .review, .listReviews, .panel, .configure, .readLaw],
      .officer: [.list, .open, .take, .clear, .review, .listReviews, .readLaw], .analyst: [],
      .coordinator: [.list, .take, .listReviews, .panel, .readLaw],
      .partner: [.take], .councillor: [], .auditor: [.readLaw],
    ]
    let actor = Actor(account: ID(1), organisation: ID(1), role: role)
    #expect(Set(CaseworkRight.allCases.filter { CaseworkPolicy.allows($0, actor) }) == rights[role])
  }
}
