import FewBody
import Foundation
import Testing

/// `solve flow` as its users meet it.
@Suite struct FlowTests {
  static func answer(_ line: String) throws -> FlowAnswer {
    let outcome = try Executable.run("flow \(line) --format json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try JSONDecoder().decode(FlowAnswer.self, from: Data(outcome.output.utf8))
  }

  @Test func ringUnderARampingFlux() throws {
    let answer = try Self.answer("ring --winding 2 --flux 0.1 --flux-rate 0.5")
    #expect(answer.winding == 2)
    #expect((answer.sample.velocity[0] - 2.1).magnitude < 1e-12)
    #expect((answer.sample.massTimesAcceleration[0] - 0.5).magnitude < 1e-11)
    #expect(answer.balance < 1e-10)
  }

  @Test func circlingVortex() throws {
    let answer = try Self.answer("vortex --magnetic 0.7 --frequency 1.1 --at 0.3,-0.45")
    #expect((answer.sample.velocity[0] - 0.532928853).magnitude < 1e-8)
    #expect(answer.vortices.map(\.winding) == [1])
    #expect((answer.vortices[0].position[0] + 0.698062742203189).magnitude < 1e-9)
    #expect(answer.balance < 1e-6)
  }

  @Test func packetAgainstItsClosedForm() throws {
    let answer = try Self.answer(
      "packet --dim 2 --width 0.8 --electric 0.3,-0.2 --magnetic 0.9 --time 1 --order 6")
    let motion = try #require(answer.motion)
    #expect(try #require(motion.exactDifference) < 1e-7)
    #expect(motion.normDrift < 1e-12)
  }

  @Test(arguments: [
    ("ring --dim 2", "--dim"), ("vortex --points 7", "--points"),
    ("vortex --extent 2", "--extent"), ("packet --width -1", "--width"),
    ("packet --order 3", "--order"), ("vortex --time 1 --steps 1", "--steps"),
    ("vortex --frequency 1 --amplitudes 0,1 --at 0,0", "--at"),
    ("packet --points 4000000", "--points"),
    ("packet --dim 3 --points 100000", "--points"), ("packet --magnetic 1", "--magnetic"),
  ]) func refusals(line: String, flag: String) throws {
    let outcome = try Executable.run("flow \(line)")
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.first?.hasPrefix("Error: \(flag)") == true, "\(outcome.errors)")
  }
}
