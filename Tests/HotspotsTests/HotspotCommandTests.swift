import Commands
import Database
import Kernel
import Partnership
import TestKit
import Testing

@testable import Hotspots

@Suite("The commands of hotspots", .database)
struct HotspotCommandTests {
  private typealias Fixture = HotspotFixture

  @Test("print a map with all it was made by")
  func map() throws {
    let fixture = try Fixture(.sqlite, Fixture.crowded)
    let words = fixture.run("hotspots", "--method", "kde")
    #expect(words.out.hasPrefix("The densest 1 in 100 of the area holds"), "\(words.messages)")
    let json = fixture.run("hotspots", "--json", "--method", "kde", "--from", "2026-09")
    #expect(
      json.out.hasPrefix(
        #"{"parameters":{"source":"test","method":"kde","category":null,"from":"2026-09","#
          + #""to":"2026-09","cell":500,"crs":"EPSG:27700","cellsStudied":400,"harm":"Cambridge "#),
      "\(json.out.prefix(300))")
    #expect(json.out.contains(#""life":"persistent","stood":[true,"#))
    let geo = fixture.run("hotspots", "--geojson", "--method", "kde")
    #expect(geo.out.hasPrefix(#"{"type":"FeatureCollection","name":"The densest"#))
  }

  @Test("keep a map, list it and print it again as it was")
  func keep() throws {
    let fixture = try Fixture(.sqlite, Fixture.crowded)
    let kept = fixture.run("hotspots", "--keep", "--method", "kde", "--json")
    #expect(kept.messages.contains("Kept as map 1."))
    #expect(fixture.run("hotspots", "--keep", "--method", "kde").messages.contains("Kept before"))
    let shown = fixture.run("hotspots", "--run", "1", "--json")
    #expect(shown.out == kept.out)
    let listed = fixture.run("hotspots", "runs")
    #expect(listed.out.hasPrefix("1  2026-11-20  2026-07 to 2026-09  kde  All kinds, made up: "))
    let json = fixture.run("hotspots", "runs", "--json")
    #expect(json.out.contains(#""count":1}"#) && json.out.contains(#""sha256":""#))
  }

  @Test("keep the latest months' maps once, however often they are asked to")
  func monthly() throws {
    let few = (0..<24).map {
      Fixture.spot(1, 1, Fixture.last.adding(months: -$0), category: "Robbery")
    }
    let fixture = try Fixture(.sqlite, Fixture.crowded + few)
    let first = fixture.run("hotspots", "monthly")
    #expect(first.status == .done, "\(first.messages)")
    // All kinds and burglary; of robbery there are three, too few for a map.
    #expect(first.out.hasSuffix("2 kept, 0 there before.\n"), "\(first.out)")
    #expect(fixture.run("hotspots", "monthly").out == "0 kept, 2 there before.\n")
    let json = fixture.run("hotspots", "monthly", "--json")
    #expect(json.out == "{\"kept\":[],\"wereThere\":2}\n")
  }

  @Test(
    "say which option is wrong and how",
    arguments: [
      (["--source", "x"], "--source: “x” is none of test."),
      (["--method", "x"], "--method: “x” is none of gi, kde, clusters."),
      (["--category", "x"], "--category: “x” is no kind of the source."),
      (["--cell", "0"], "--cell: Enter a cell size from 50 to 5000 metres."),
      (["--cell", "100"], "cells must be 500 m or more"),
      (["--cell", "x"], "--cell: expected metres"),
      (["--from", "2026-09", "--to", "2026-08"], "--to: 2026-08 is before --from 2026-09."),
      (["--to", "2020-01"], "--to: The source has October 2024 to September 2026"),
      (["--run", "9"], "--run: no map 9 is kept."), (["--run", "x"], "--run: expected the number"),
      (["--check"], "--check: say which kept map with --run."),
    ])
  func wrong(options: [String], message: String) throws {
    let fixture = try Fixture(.sqlite, Fixture.crowded)
    let run = fixture.run(["hotspots"] + options)
    #expect(run.status == .wrongUse && run.messages.contains(message), "\(run.messages)")
  }

  @Test("say what to do where there is nothing to map")
  func nothing() throws {
    let run = try Fixture(.sqlite, []).run("hotspots")
    #expect(run.status == .failed && run.messages.contains("import incidents first"))
    let few = try Fixture(.sqlite, [Fixture.spot(1, 1, count: 9)]).run("hotspots")
    #expect(few.status == .failed && few.messages.contains("Only 9 incidents"))
    #expect(try Fixture(.sqlite, []).run("hotspots", "monthly").out == "0 kept, 0 there before.\n")
  }
}
