@_exported public import WaybillWebhooks
