import{a as e,g as t,k as l}from"./settings.js";import{E as a,J as i,r as n,u as r}from"./app.js";var u={state:"choice",agent:"choice",team:"choice",priority:"choice",channel:"choice",kind:"choice",status:"choice",category:"choice",type:"choice",language:"choice",widget:"choice",chosen_team:"choice",label:"set",waiting_ms:"time",idle_ms:"time",age_ms:"time",due_in_ms:"time",verified:"yes",hours_open:"yes",returning:"yes",page:"text"},s={choice:["is","is_not","in","not_in"],text:["contains","contains_not","is","is_not","in","not_in"],set:["has","has_not","has_any"],time:["more_than","less_than"],yes:["is"]},o=["agent","team","type","language","widget","chosen_team","page"],f=["in","not_in","has_any"],c="attribute:",p=[["days",864e5],["hours",36e5],["minutes",6e4],["seconds",1e3]],d=e=>e.startsWith(c)?"text":u[e]??"text",v=e=>s[d(e)],$=e=>f.includes(e),b=e=>e.startsWith(c)?e.slice(10):null,h=e=>c+e;function m(e){let t=p.find(([,t])=>0!==e&&e%t===0)??p[2];return{count:e/t[1],unit:t[0]}}var g=(e,t)=>Math.round(e*(p.find(([e])=>e===t)?.[1]??6e4)),y=p.map(([e])=>e).reverse();function _(e,t,l=v(e)[0]){let a=t[e]?.[0]?.value??"",i={choice:a,text:"",set:a,time:3e5,yes:!0}[d(e)];return{field:e,op:l,value:$(l)?""===i?[]:[i]:i}}var x=e=>e?.all?"all":e?.any?"any":null,k=e=>e.all??e.any??[e],w=(e,t)=>({[e]:t}),S=e=>x(e)?k(e).reduce((e,t)=>e+S(t),0):1;function A(e){let t=x(e);return t?Array.isArray(e[t])&&e[t].every(A):"string"==typeof e?.field&&"string"==typeof e.op&&(e.field in u||null!==b(e.field))}function j(e,t){let l=b(e);return null===l?t(`filters.field_${e}`):t("filters.attribute_named",{name:l})}var W=e=>e.charAt(0).toLowerCase()+e.slice(1);function M(e,t,l){let a=x(e);if(a){let i=k(e).map(e=>x(e)?l("filters.bracket",{text:M(e,t,l)}):M(e,t,l));return 0===i.length?l("filters.everything"):i.join(l("all"===a?"filters.and":"filters.or"))}if("string"!=typeof e?.field)return l("filters.unreadable");let i=(Array.isArray(e.value)?e.value:[e.value]).map(a=>function({field:e},t,l,a){if(null===t)return a("filters.none");if("boolean"==typeof t)return a("hours_open"===e?`filters.open_${t}`:`filters.${t}`);if("number"==typeof t){let{count:e,unit:l}=m(t);return a(`filters.in_${l}`,{count:e})}return l[e]?.find(e=>e.value===t)?.label??a("filters.quoted",{text:String(t)})}(e,a,t,l)),n="boolean"==typeof e.value&&"hours_open"!==e.field?"filters.says_yes":"filters.says";return l(n,{field:W(j(e.field,l)),op:l(`filters.op_${e.op}`),value:i.join(l("filters.comma"))})}var q=" ";function C(u){let{fields:s,choices:f}=u,p=function({id:l,fields:u,choices:s,complaint:f=()=>{}}){let p=function(l){let r=e=>{let t=l[e]??[];return(e=>o.includes(e)||e.startsWith(c))(e)?[...t,{value:q,label:i("filters.none")}]:t};return(u,s,o)=>{let{field:f,op:c,value:p}=u,v=e=>o({...u,value:e===q?null:e});if($(c))return((a,u,s)=>{let o=a.value,f=e=>""!==e&&s({...a,value:[...new Set([...o,e===q?null:e])]}),c=e=>r(a.field).find(t=>t.value===(e??q))?.label??e??"",p=r(a.field).filter(e=>!o.includes(e.value===q?null:e.value));return n`<span class="filter-values">
${o.map((t,l)=>n`<span class="chip">${c(t)}<button type="button" class="chip-off" aria-label=${i("filters.take_out",{name:c(t)})} @click=${()=>s({...a,value:o.toSpliced(l,1)})}>${e("x",12)}</button></span>`)}
${l[a.field]?t(`${u}-add`,[{value:"",label:i("filters.add_value")},...p],"",f,i("filters.add_value")):n`<input
class="input"
aria-label=${i("filters.add_value")}
placeholder=${i("filters.add_value")}
@change=${e=>{f(e.target.value.trim()),e.target.value=""}}
/>`}
</span>`})(u,s,o);if("time"===d(f))return((e,l,r)=>{let{count:u,unit:s}=m(e.value);return n`<input
class="input number"
type="number"
min="0"
aria-label=${i("filters.value")}
.value=${a(String(u))}
@change=${t=>r({...e,value:g(Math.max(0,Number(t.target.value)||0),s)})}
/>${t(`${l}-unit`,y.map(e=>({value:e,label:i(`filters.unit_${e}`)})),s,t=>r({...e,value:g(u,t)}),i("filters.unit"))}`})(u,s,o);if("yes"===d(f)){let e=e=>({value:String(e),label:i("hours_open"===f?`filters.open_${e}`:`filters.${e}`)});return t(`${s}-value`,[e(!0),e(!1)],String(p),e=>o({...u,value:"true"===e}),i("filters.value"))}if(l[f]){let e=r(f),l=p??q,a=e.some(e=>e.value===l)?e:[{value:l,label:p||i("filters.choose")},...e];return t(`${s}-value`,a,l,v,i("filters.value"))}return n`<input class="input" aria-label=${i("filters.value")} maxlength="200" .value=${a(p??"")} @input=${e=>v(e.target.value)} />`}}(s);return(o,c,d,m)=>{let g=`${l}-${c.replace(/\W+/g,"-")}`,y=b(o.field),x=null===y?o.field:"attribute:",k=u.includes(x)?u:[...u,x],w=f(c);return n`<li class="filter-row">
${t(`${g}-field`,k.map(e=>({value:e,label:"attribute:"===e?i("filters.attribute"):j(e,i)})),x,e=>d(_(e,s)),i("filters.field"))}
${null===y?r:n`<input class="input" aria-label=${i("filters.attribute_name")} placeholder=${i("filters.attribute_name")} maxlength="40" .value=${a(y)} @input=${e=>d({...o,field:h(e.target.value)})} />`}
${t(`${g}-op`,v(o.field).map(e=>({value:e,label:i(`filters.op_${e}`)})),o.op,e=>d(function({field:e,op:t,value:l},a){let i=$(t);return i===$(a)?{field:e,op:a,value:l}:i?{field:e,op:a,value:l[0]??""}:{field:e,op:a,value:""===l?[]:[l]}}(o,e)),i("filters.op"))}
<span class="filter-value">${p(o,g,d)}</span>
<button type="button" class="icon-button" aria-label=${i("filters.remove")} @click=${m}>${e("x")}</button>
${w?n`<p class="field-error" role="alert">${w}</p>`:r}
</li>`}}(u),A=(t,a,u,o,c)=>{let d=x(t)??"all",v=k(t),$=e=>t=>u(w(d,v.with(e,t))),b=e=>u(w(d,[...v,e])),h=()=>_(s[0],f);return n`<div class="filter-group" role="group" aria-label=${i(`filters.${d}`)}>
<div class="filter-head">
${v.length>1?l(i("filters.how"),[{value:"all",label:i("filters.all")},{value:"any",label:i("filters.any")}],d,e=>u(w("any"===e?"any":"all",v))):r}
${o?n`<button type="button" class="icon-button" aria-label=${i("filters.remove_group")} @click=${o}>${e("x")}</button>`:r}
</div>
<ul class="filter-rows">
${v.map((e,t)=>{let l=`${a}${a?".":""}${d}[${t}]`,i=()=>{let e=v.toSpliced(t,1);0===e.length&&o?o():u(w(0===e.length?"all":d,e))};return x(e)?n`<li>${A(e,l,$(t),i,c)}</li>`:p(e,l,$(t),i)})}
</ul>
${c>0?n`<div class="set-actions">
<button type="button" class="text-button" @click=${()=>b(h())}>${i("filters.add")}</button>
${o?r:n`<button type="button" class="text-button" @click=${()=>b(w("all"===d?"any":"all",[h()]))}>${i("filters.add_group")}</button>`}
</div>`:r}
</div>`};return(e,t)=>A(e,"",t,null,30-S(e))}export{x as a,w as b,A as c,M as d,C as e};
