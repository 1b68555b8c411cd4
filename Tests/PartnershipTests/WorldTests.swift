import Access
import Kernel
import Partnership
import Testing

@Suite("The world of the demonstration")
struct WorldTests {
  private let world = World(today: Day(number: 20_777))

  @Test("draws the same for one purpose each time, and otherwise for another")
  func generator() {
    var first = world.generator(for: "months")
    var again = world.generator(for: "months")
    var other = world.generator(for: "streets")
    let drawn = first.next()
    #expect(drawn == again.next())
    #expect(drawn != other.next())
  }

  @Test("draws otherwise from another seed")
  func seed() {
    var one = world.generator(for: "months")
    var two = World(today: world.today, seed: 7).generator(for: "months")
    #expect(one.next() != two.next())
  }
}

@Suite("The roles")
struct RoleTests {
  @Test(
    "are eight, each with its word and its title",
    arguments: zip(
      Role.all,
      [
        "Administrator", "Manager", "Officer", "Analyst", "Coordinator", "Partner", "Councillor",
        "Auditor",
      ]))
  func titles(role: Role, title: String) {
    #expect(role.title == title)
    #expect(role.rawValue == title.lowercased())
  }
}
