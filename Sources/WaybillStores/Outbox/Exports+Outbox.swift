@_exported public import WaybillOutbox
