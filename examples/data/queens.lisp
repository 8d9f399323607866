; All ways to put N queens on a board of N by N so that no two attack each other.
; A placement is a list of columns, the last row first.

(define (safe? column placed)
  (let loop ((distance 1) (rest placed))
    (cond ((null? rest) #t)
          ((= (car rest) column) #f)
          ((= (car rest) (+ column distance)) #f)
          ((= (car rest) (- column distance)) #f)
          (else (loop (+ distance 1) (cdr rest))))))

(define (extend placed row size)
  (if (= row size)
      (list placed)
      (fold (lambda (found column)
              (if (safe? column placed)
                  (append found (extend (cons column placed) (+ row 1) size))
                  found))
            '()
            (range 0 size))))

(define (queens size) (extend '() 0 size))

(define (draw placement)
  (for-each
    (lambda (queen)
      (display (fold text "" (map (lambda (column) (if (= column queen) "Q " ". "))
                                  (range 0 (length placement))))))
    placement))

(for-each
  (lambda (size) (display size "queens:" (length (queens size)) "ways"))
  (range 1 7))

(draw (car (queens 6)))
