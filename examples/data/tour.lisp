; A tour: what a line evaluates to is printed, definitions are not.

(+ 1 2 3)
(list 1 "two" 'three #t '(4 (5)) (cons 6 7))

; functions, recursion and loops
(define (square x) (* x x))
(map square (range 1 11))
(define (factorial n) (if (= n 0) 1 (* n (factorial (- n 1)))))
(factorial 20)
(define (gcd a b) (if (= b 0) a (gcd b (remainder a b))))
(gcd 1071 462)

; tail calls run in constant space: even? and odd? call each other 20001 times
(define (even? n) (if (= n 0) #t (odd? (- n 1))))
(define (odd? n) (if (= n 0) #f (even? (- n 1))))
(even? 20000)

; closures keep their variables alive
(define (make-counter)
  (let ((count 0))
    (lambda () (set! count (+ count 1)) count)))
(define tick (make-counter))
(define tock (make-counter))
(tick)
(tick)
(list (tick) (tock))
((compose square (lambda (x) (+ x 1))) 6)

; a sieve on lists
(define (sieve numbers)
  (if (null? numbers)
      '()
      (let ((prime (car numbers)))
        (cons prime
              (sieve (filter (lambda (n) (< 0 (remainder n prime))) (cdr numbers)))))))
(sieve (range 2 100))

; quicksort
(define (sort items)
  (if (null? items)
      '()
      (let ((pivot (car items)) (rest (cdr items)))
        (append (sort (filter (lambda (x) (< x pivot)) rest))
                (cons pivot (sort (filter (lambda (x) (>= x pivot)) rest)))))))
(sort '(31 41 59 26 53 58 97 93 23 84 62 64 33 83 27 95))

; association lists, cond
(define ages (list '(ada 36) '(alan 41) '(grace 85)))
(cadr (assoc 'alan ages))
(assoc 'kurt ages)
(define (kind n)
  (cond ((< n 0) 'negative)
        ((= n 0) 'zero)
        (else 'positive)))
(map kind '(-3 0 3))
(and 1 2 (or #f 3))

; text
(display "The end:" (text "2 to the 62 is " (fold * 1 (map (lambda (i) 2) (range 0 62)))))
(list (equal? '(1 (2 3)) (list 1 (list 2 3))) (equal? '(1 2) '(1)) (equal? '(1) '(1 2)))
