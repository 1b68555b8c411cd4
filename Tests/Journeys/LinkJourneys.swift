import Access
import Partnership
import TestKit
import Testing

@Suite("A link", .database)
struct LinkJourneys {
  @Test("leads nobody to a page that is not there for them", arguments: Role.all)
  func links(role: Role) throws {
    let program = try Program.demonstration()
    try program.served("demo") { site in
      var crawl = Crawl()
      try crawl.walk(site.demonstrated(role.rawValue), from: ["/"], keeping: [])
      for (address, from) in crawl.broken { Issue.record("\(address), on the page \(from)") }
      #expect(crawl.addresses.count > 10, "\(crawl.addresses)")
    }
  }
}
