#if MuParser
  import CMuParser
  import Synchronization

  /// One compiled expression: a muParser handle and the memory of its variable.
  final class ExpressionParser: Sendable {
    private struct Machine: ~Copyable {
      let handle: muParserHandle_t
      let variable: UnsafeMutablePointer<Double>

      deinit {
        mupRelease(handle)
        variable.deinitialize(count: 1)
        variable.deallocate()
      }
    }

    private let machine: Mutex<Machine>

    // muParser hands out error messages in one static buffer for all handles, so that two texts
    // that fail at once would read each other's: only one is compiled at a time.
    private static let compilation = Mutex<Void>(())

    /// Compiles `text`, which has passed ``ExpressionGrammar``.
    init(text: String, variable: String) throws(ExpressionFault) {
      machine = Mutex(
        try Self.compilation.withLock { (_) throws(ExpressionFault) in
          try Self.compile(text: text, variable: variable)
        })
    }

    private static func compile(
      text: String, variable: String
    ) throws(ExpressionFault) -> sending Machine {
      guard let handle = mupCreate(muBASETYPE_FLOAT) else {
        throw ExpressionFault(reason: "muParser could not be started")
      }
      let address = UnsafeMutablePointer<Double>.allocate(capacity: 1)
      address.initialize(to: 0.5)
      let machine = Machine(handle: handle, variable: address)
      // An error is kept in the handle and asked for below; a handler would only be told earlier.
      // Every call is followed by that question, because evaluating a handle that has failed
      // returns rubbish.
      mupClearFun(handle)
      mupClearConst(handle)
      for (name, value) in ExpressionGrammar.constants where name != variable {
        mupDefineConst(handle, name, value)
      }
      // muParser folds a call with constant arguments into a number if it may; all of these are
      // pure.
      for (name, function) in ExpressionFunctions.unary {
        mupDefineFun1(handle, name, function, 1)
      }
      for (name, function) in ExpressionFunctions.binary {
        mupDefineFun2(handle, name, function, 1)
      }
      mupDefineVar(handle, variable, address)
      try check(handle, "muParser refuses the name \(variable)")
      mupSetExpr(handle, text)
      try check(handle, "the text cannot be read")
      _ = mupEval(handle)
      try check(handle, "the text does not parse")
      return machine
    }

    private static func check(_ handle: muParserHandle_t, _ what: String) throws(ExpressionFault) {
      guard mupError(handle) != 0 else { return }
      let message = mupGetErrorMsg(handle).map { String(cString: $0) } ?? "unknown error"
      let position = mupGetErrorPos(handle)
      let place = position >= 0 ? " (at character \(position + 1))" : ""
      throw ExpressionFault(reason: "\(what): \(message)\(place)")
    }

    func values(at points: [Double]) -> [Double] {
      machine.withLock { machine in
        points.map { x in
          machine.variable.pointee = x
          let value = mupEval(machine.handle)
          return mupError(machine.handle) == 0 ? value : .nan
        }
      }
    }
  }
#endif
