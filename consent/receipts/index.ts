/** `privity/consent/receipts`: what people take home of what they agreed to. */
export { type ConsentReceipt, createReceipt, type ReceiptOptions } from './create-receipt.ts'
export { receiptType, signReceipt } from './sign-receipt.ts'
export { type VerifiedReceipt, verifyReceipt } from './verify-receipt.ts'
